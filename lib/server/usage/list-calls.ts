import "server-only";
import type { z } from "zod";
import type { callListQuerySchema, LoggedCall } from "@/lib/contracts/calls";
import { askedTagKeys } from "@/lib/contracts/tag-filter";
import { firstDay, monthOf } from "@/lib/time";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { requireTrackedTag } from "@/lib/server/tags/require-tracked-tag";
import { callConditions } from "./call-conditions";
import { isOfDay } from "./is-of-day";
import { keptFrom } from "./kept-calls";
import { HAS_CALLS, loggedDaily } from "./logged-daily";
import { LOGGED_CALL_COLUMNS, readLoggedCall } from "./logged-call";
import { readCursor, writeCursor } from "./page-cursor";

/**
 * Logged calls, newest first, a page at a time. The sums tell in which months and on which days the filter has calls, and
 * how many: only the days that fill the page are read from the log, however long it is and however rare such calls are in
 * it. Days whose single calls are gone, or going, are not in the list.
 */
export async function listCalls(
  workspace: { id: string; timeZone: string },
  query: z.output<typeof callListQuerySchema>,
): Promise<{ items: LoggedCall[]; nextCursor: string | null }> {
  const { calls, nextCursor } = await readCallPage(workspace, query);
  return { items: calls.map(readLoggedCall), nextCursor };
}

/** The same page with its calls as they were read, each a text: a long one takes up little memory until it is used. */
export async function readCallPage(
  workspace: { id: string; timeZone: string },
  { cursor, limit, ...filter }: z.output<typeof callListQuerySchema>,
): Promise<{ calls: string[]; nextCursor: string | null }> {
  const [tagKey = null] = askedTagKeys(filter);
  const { from, to = "infinity" } = filter;
  const inMonths = callConditions(
    workspace.id,
    { ...filter, tag: undefined, ...(from !== undefined && { from: firstDay(monthOf(from)) }) },
    "usage_daily",
  );
  const inDays = callConditions(workspace.id, filter, "usage_daily");
  const inCalls = callConditions(workspace.id, filter, "call");
  // Of tags there are no sums by month.
  const firstWanted =
    tagKey === null ? Prisma.sql`(SELECT min(month) FROM wanted_month)` : Prisma.sql`'-infinity'::date`;
  const { timeZone } = workspace;
  const inWantedDay = isOfDay({ workspaceId: workspace.id, date: Prisma.sql`wanted.day`, timeZone });
  const after = cursor === undefined ? null : readCursor(cursor);
  const lastDay =
    after === null
      ? Prisma.sql`'infinity'::date`
      : Prisma.sql`(${after.at}::timestamptz AT TIME ZONE ${timeZone})::date`;
  const beyondCursor =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(logged.occurred_at, logged.id) < (${after.at}::timestamptz, ${after.id})`;

  const rows = await inWorkspace(workspace.id, async (tx) => {
    await requireTrackedTag(tx, workspace.id, filter);
    // The workspace's policy makes PostgreSQL expect a single row, and rather sort a whole day than walk the index that
    // has its order.
    await tx.$executeRaw`SET LOCAL enable_sort = off`;
    return tx.$queryRaw<{ call: string }[]>`
      WITH month AS (
        SELECT local_date AS month, sum(calls) AS calls,
          (local_date + interval '1 month')::date <= least(${to}::date, ${lastDay} - 1) AS is_whole
        FROM usage_monthly AS logged
        WHERE ${inMonths} AND logged.local_date <= ${lastDay}
          AND logged.local_date >= date_trunc('month', ${keptFrom(workspace.id)}::timestamp)::date
        GROUP BY local_date
      ), wanted_month AS (
        SELECT month FROM (
          SELECT month, COALESCE(sum(calls) FILTER (WHERE is_whole) OVER (
            ORDER BY month DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
          FROM month
        ) AS counted WHERE before <= ${limit}
      ), day AS (
        SELECT local_date AS day, sum(calls) AS calls
        FROM ${loggedDaily(workspace.id, tagKey)}
        WHERE ${inDays} AND logged.local_date <= ${lastDay} AND logged.local_date >= ${keptFrom(workspace.id)}
          AND logged.local_date >= ${firstWanted}
        GROUP BY local_date
        ${HAS_CALLS}
      ), wanted AS (
        SELECT day, before FROM (
          SELECT day, COALESCE(sum(calls) FILTER (WHERE day < ${lastDay}) OVER (
            ORDER BY day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::bigint AS before
          FROM day
        ) AS counted WHERE before <= ${limit}
      ), logged AS (
        SELECT found.* FROM wanted CROSS JOIN LATERAL (
          SELECT logged.* FROM call AS logged
          WHERE ${inWantedDay} AND ${inCalls} AND ${beyondCursor}
          ORDER BY logged.occurred_at DESC, logged.id DESC
          LIMIT ${limit + 1} - wanted.before
        ) AS found
      )
      SELECT (SELECT to_json(shown) FROM (SELECT ${LOGGED_CALL_COLUMNS}) AS shown)::text AS call
      FROM logged
      LEFT JOIN workflow ON workflow.workspace_id = logged.workspace_id AND workflow.id = logged.workflow_id
      ORDER BY logged.occurred_at DESC, logged.id DESC
      LIMIT ${limit + 1}`;
  });
  const calls = rows.slice(0, limit).map(({ call }) => call);
  const last = rows.length > limit ? calls.at(-1) : undefined;
  return { calls, nextCursor: last === undefined ? null : cursorAfter(readLoggedCall(last)) };
}

function cursorAfter({ occurredAt, id }: LoggedCall): string {
  return writeCursor(new Date(occurredAt), id);
}
