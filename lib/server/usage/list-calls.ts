import "server-only";
import type { z } from "zod";
import type { callListQuerySchema, LoggedCall } from "@/lib/contracts/calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { callConditions } from "./call-conditions";
import { LOGGED_CALL_COLUMNS, toLoggedCall, type LoggedCallRow } from "./logged-call";
import { readCursor, writeCursor } from "./page-cursor";

/** Logged calls, newest first, a page at a time. */
export async function listCalls(
  workspace: { id: string },
  { cursor, limit, ...filter }: z.output<typeof callListQuerySchema>,
): Promise<{ items: LoggedCall[]; nextCursor: string | null }> {
  const conditions = [callConditions(workspace.id, filter)];
  // The days bound the moments loosely, whatever the zone, so that the index by moment need not be read to its end.
  if (filter.from !== undefined)
    conditions.push(
      Prisma.sql`logged.occurred_at >= (${filter.from}::date - interval '1 day') AT TIME ZONE 'UTC'`,
    );
  if (filter.to !== undefined)
    conditions.push(
      Prisma.sql`logged.occurred_at < (${filter.to}::date + interval '2 days') AT TIME ZONE 'UTC'`,
    );
  if (cursor !== undefined) {
    const { at, id } = readCursor(cursor);
    conditions.push(Prisma.sql`(logged.occurred_at, logged.id) < (${at}::timestamptz, ${id})`);
  }

  const rows = await inWorkspace(workspace.id, async (tx) => {
    // The workspace's policy makes PostgreSQL expect a single row, and rather sort the whole log than walk the index that
    // has its order.
    await tx.$executeRaw`SET LOCAL enable_sort = off`;
    return tx.$queryRaw<LoggedCallRow[]>`
      SELECT ${LOGGED_CALL_COLUMNS}
      FROM call AS logged
      LEFT JOIN workflow ON workflow.workspace_id = logged.workspace_id AND workflow.id = logged.workflow_id
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY logged.occurred_at DESC, logged.id DESC
      LIMIT ${limit + 1}`;
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toLoggedCall),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(last.occurredAt, last.id) : null,
  };
}
