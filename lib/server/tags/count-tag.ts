import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { ConflictExhaustedError } from "@/lib/server/db/retry-on-conflict";
import { runTransaction, type Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { isDatabaseUnavailable } from "@/lib/server/http/database-unavailable";
import { describeError, log } from "@/lib/server/logger";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { isOfDay } from "@/lib/server/usage/is-of-day";
import { keptFrom } from "@/lib/server/usage/kept-calls";
import { endCounting } from "./end-counting";
import { sumTagsAnew } from "./sum-tags-anew";

/** The busiest day of a large log. */
const TIMEOUT_MS = 10 * 60 * 1000;

/** A tag is anyone's whose past no server has counted a day of for so long that the last one must have died. */
const OPEN = Prisma.sql`(
  is_counting AND COALESCE(heartbeat_at, '-infinity') < clock_timestamp() - interval '10 seconds')`;

/** The tags of all workspaces whose past waits to be counted. Row-level security lets this setting see no others. */
export function findOpenTagCounts(): Promise<{ workspaceId: string; id: string }[]> {
  return runTransaction(
    "app.open_tag_counts",
    "visible",
    (tx) => tx.$queryRaw<{ workspaceId: string; id: string }[]>`
      SELECT workspace_id AS "workspaceId", id FROM tracked_tag WHERE ${OPEN} ORDER BY created_at, id LIMIT 100`,
  );
}

/**
 * Counts the past of a tag to its end, the latest day first, or goes on where a server that died left off. Two servers at
 * once only take turns.
 */
export async function countTag(workspaceId: string, id: string): Promise<void> {
  try {
    while (await countDay(workspaceId, id));
  } catch (error) {
    if (isDatabaseUnavailable(error) || error instanceof ConflictExhaustedError) throw error;
    log("error", "tag_count_failed", { id, error: describeError(error) });
    await waitAMinute(workspaceId, id);
  }
}

/** While a day is counted no call can come in, so that one which cannot be counted must not be tried all the time. */
async function waitAMinute(workspaceId: string, id: string): Promise<void> {
  await inWorkspace(
    workspaceId,
    (tx) => tx.$executeRaw`
      UPDATE tracked_tag SET heartbeat_at = clock_timestamp() + interval '50 seconds'
      WHERE workspace_id = ${workspaceId} AND id = ${id}`,
  );
}

/**
 * Counts the calls of the latest day that is not counted yet, in one transaction with how far it got; false when none is
 * left. Meanwhile no call can come in, so that the sums of the day are those of its calls. What was added to them since
 * the tag is tracked is replaced.
 */
async function countDay(workspaceId: string, id: string): Promise<boolean> {
  return inWorkspace(
    workspaceId,
    async (tx) => {
      await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
      const tag = await tx.trackedTag.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        select: { key: true, isCounting: true, workspace: { select: { timeZone: true } } },
      });
      if (!tag?.isCounting) return false;
      const date = await findNextDay(tx, workspaceId, id);
      if (date === null) {
        await endCounting(tx, workspaceId, id);
        return false;
      }
      const day = { workspaceId, date, timeZone: tag.workspace.timeZone };
      await sumTagsAnew(tx, workspaceId, {
        rows: Prisma.sql`local_date = ${date}::date`,
        calls: Prisma.sql`(SELECT * FROM call AS logged WHERE ${isOfDay(day)})`,
        tagKey: tag.key,
      });
      await tx.$executeRaw`
        UPDATE tracked_tag SET counted_from = ${date}::date, heartbeat_at = clock_timestamp()
        WHERE workspace_id = ${workspaceId} AND id = ${id}`;
      return true;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function findNextDay(tx: Transaction, workspaceId: string, id: string): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ date: string | null }[]>`
    SELECT max(local_date)::text AS date FROM usage_daily
    WHERE workspace_id = ${workspaceId} AND local_date >= ${keptFrom(workspaceId)} AND local_date < (
      SELECT counted_from FROM tracked_tag WHERE workspace_id = ${workspaceId} AND id = ${id})`;
  return found?.date ?? null;
}
