import "server-only";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { readDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { ConflictExhaustedError } from "@/lib/server/db/retry-on-conflict";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { isDatabaseUnavailable } from "@/lib/server/http/database-unavailable";
import { RequestError } from "@/lib/server/http/request-error";
import { describeError, log } from "@/lib/server/logger";
import { lockWorkspace } from "@/lib/server/settings/lock-workspace";
import { goOnCounting } from "@/lib/server/tags/end-counting";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { claimDrop } from "./claim-drop";
import { dropBatch, type BatchEnd } from "./drop-batch";
import { lockDropRow, OPEN_STATUSES } from "./drop-row";

/**
 * Drops calls batch by batch to the end, or goes on where a server that died left off. The days are named already, and
 * no call of theirs is taken any more, so whatever goes wrong, the rest has to follow: it is tried again, and people
 * see why.
 */
export async function runDrop(workspaceId: string, id: string, clock: () => Date): Promise<void> {
  if (!(await claimDrop(workspaceId, id))) return;
  try {
    let end: BatchEnd = { isOver: false, place: null };
    while (!end.isOver) end = await dropBatch(workspaceId, id, end.place);
    await endDrop(workspaceId, id, clock());
  } catch (error) {
    // The workspace was deleted, and its calls with it.
    if (error instanceof RequestError && error.code === "not_found") return;
    if (isDatabaseUnavailable(error) || error instanceof ConflictExhaustedError) throw error;
    log("error", "drop_failed", { id, error: describeError(error) });
    await noteFailure(workspaceId, id);
  }
}

/** The next attempt is a minute away, so that a failure that stays does not fill the server's log. */
async function noteFailure(workspaceId: string, id: string): Promise<void> {
  await inWorkspace(
    workspaceId,
    (tx) => tx.$executeRaw`
      UPDATE call_drop SET heartbeat_at = clock_timestamp() + interval '50 seconds',
        failure = 'Something went wrong on our side. It was logged, and is tried again every minute.'
      WHERE workspace_id = ${workspaceId} AND id = ${id}`,
  );
}

/**
 * Ends a dropping that has no day left, or that was stopped between two days: then the days that it did not get to are
 * whole, so that their calls are kept again.
 */
async function endDrop(workspaceId: string, id: string, now: Date): Promise<void> {
  await inWorkspace(workspaceId, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
    const row = await lockDropRow(tx, workspaceId, id);
    if (!OPEN_STATUSES.includes(row.status) || row.begunDate !== null) return;
    const isWhole = row.doneThrough?.getTime() === row.throughDate.getTime();
    if (!isWhole) await keepFromNextDay(tx, workspaceId);
    await tx.callDrop.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { status: isWhole ? "done" : "stopped", heartbeatAt: null, finishedAt: now },
    });
    const nameOf = await findActorNames(tx, [row.createdById]);
    await recordAudit(tx, {
      actor: { id: row.createdById, name: nameOf(row.createdById), workspace: { id: workspaceId } },
      action: isWhole ? "retention.dropped" : "retention.drop_stopped",
      subject: `workspace:${workspaceId}`,
      detail: {
        from: readDay(row.fromDate),
        through: row.doneThrough && readDay(row.doneThrough),
        callsDropped: Number(row.callsDropped),
        isAutomatic: row.isAutomatic,
      },
    });
  });
}

async function keepFromNextDay(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE workspace SET calls_kept_from = (
      SELECT max(done_through) + 1 FROM call_drop WHERE workspace_id = ${workspaceId}
    ) WHERE id = ${workspaceId}`;
  await goOnCounting(tx, workspaceId);
}
