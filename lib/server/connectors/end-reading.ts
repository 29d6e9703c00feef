import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import type { Lease } from "./claim-connector";
import { type ConnectorRow, lockConnectorRow, type Progress } from "./connector-row";
import type { SourceFailure } from "./source-failure";

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS;

const NO_LEASE = { leaseId: null, heartbeatAt: null };

/** The span was read to its end. */
export async function endSpan(lease: Lease, progress: Progress, now: Date): Promise<void> {
  await endRun(lease, { status: "done", problem: null }, now, (row) => {
    // A back-fill that was asked for in the meantime is still to be read.
    const isBackfilled = (row.backfillFrom?.getTime() ?? null) === progress.backfillFromMs;
    return {
      ...NO_LEASE,
      state: isBackfilled ? "stable" : row.state,
      problem: null,
      failingSince: null,
      failures: 0,
      progress: Prisma.DbNull,
      readThrough: new Date(Math.max(progress.toMs, row.readThrough?.getTime() ?? 0)),
      ...(isBackfilled && { backfillFrom: null }),
      lastRunAt: now,
      nextRunAt: isBackfilled ? after(now, row.intervalMinutes * MINUTE_MS) : now,
    };
  });
}

/**
 * The reading ended early. A key or address that is refused is not tried again before somebody acts. Else the page is
 * asked for again later: when the source says, or after a pause that doubles with each failure.
 */
export async function endByFailure(lease: Lease, failure: SourceFailure, now: Date): Promise<void> {
  const isWaiting = failure.kind === "slow_down";
  await endRun(lease, { status: isWaiting ? "waiting" : "failed", problem: failure.message }, now, (row) => ({
    ...NO_LEASE,
    problem: failure.message,
    lastRunAt: now,
    nextRunAt: failure.kind === "refused" ? null : after(now, pauseOf(row, failure)),
    ...(!isWaiting && {
      state: "failing",
      failingSince: row.failingSince ?? now,
      failures: row.failures + 1,
      // A page that cannot be read may have a marker that is no longer valid, so the span is begun anew.
      ...(failure.kind === "unreadable" && { progress: Prisma.DbNull }),
    }),
  }));
}

function pauseOf(row: ConnectorRow, { waitMs }: SourceFailure): number {
  if (waitMs !== null) return Math.min(Math.max(waitMs, 1000), 24 * 60 * MINUTE_MS);
  return Math.min(5 * MINUTE_MS * 2 ** Math.min(row.failures, 10), LONGEST_PAUSE_MS);
}

async function endRun(
  { row: { workspaceId, id }, leaseId, runId }: Lease,
  { status, problem }: { status: "done" | "waiting" | "failed"; problem: string | null },
  now: Date,
  change: (row: ConnectorRow) => Prisma.ConnectorUpdateInput,
): Promise<void> {
  await inWorkspace(workspaceId, async (tx) => {
    const row = await lockConnectorRow(tx, workspaceId, id);
    if (row.leaseId !== leaseId) return;
    await tx.connectorRun.update({
      where: { workspaceId_id: { workspaceId, id: runId } },
      data: { status, problem, ...(status !== "waiting" && { finishedAt: now }) },
    });
    await tx.connector.update({ where: { workspaceId_id: { workspaceId, id } }, data: change(row) });
  });
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
