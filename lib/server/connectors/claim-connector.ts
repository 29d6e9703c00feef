import "server-only";
import { randomUUID } from "node:crypto";
import { type ConnectorKind, nextSpan } from "@/lib/connectors";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { runTransaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { type ConnectorRow, lockConnectorRow, type Progress, readProgress } from "./connector-row";
import { ReadingStopped } from "./reading-stopped";

/**
 * A server that reads a connector gives a sign of life with each page, and a page takes less than a minute. One without
 * for longer has died; should it be alive after all, its next page finds another lease, and it stops.
 */
const UNLED = Prisma.sql`(heartbeat_at IS NULL OR heartbeat_at < clock_timestamp() - interval '2 minutes')`;

/** The connectors of all workspaces that are due. Row-level security lets this setting see no others. */
export function findDueConnectors(now: Date): Promise<{ workspaceId: string; id: string }[]> {
  return runTransaction(
    "app.due_connectors",
    "visible",
    (tx) => tx.$queryRaw<{ workspaceId: string; id: string }[]>`
      SELECT workspace_id AS "workspaceId", id FROM connector
      WHERE NOT paused AND next_run_at <= ${now} AND ${UNLED}
      ORDER BY next_run_at, id LIMIT 100`,
  );
}

/** A connector that this server reads, the run that people see, and where it goes on. */
export interface Lease {
  row: ConnectorRow;
  leaseId: string;
  runId: string;
  progress: Progress;
}

/**
 * Makes this server the one that reads it; null when another was quicker. A span that was begun is gone on with, in the
 * run that a server which died left open, or in a new one.
 */
export function claimConnector(workspaceId: string, id: string, now: Date): Promise<Lease | null> {
  const leaseId = randomUUID();
  return inWorkspace(workspaceId, async (tx) => {
    const claimed = await tx.$executeRaw`
      UPDATE connector SET lease_id = ${leaseId}, heartbeat_at = clock_timestamp()
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND NOT paused AND next_run_at <= ${now} AND ${UNLED}`;
    if (claimed === 0) return null;
    const row = await lockConnectorRow(tx, workspaceId, id);
    const progress = readProgress(row) ?? startSpan(row, now);
    const open = await tx.connectorRun.findFirst({
      where: { workspaceId, connectorId: id, status: { in: ["running", "waiting"] } },
      orderBy: { startedAt: "desc" },
    });
    const runId = open?.id ?? `crn_${randomUUID()}`;
    if (open) {
      await tx.connectorRun.update({
        where: { workspaceId_id: { workspaceId, id: runId } },
        data: { status: "running", problem: null },
      });
    } else {
      await tx.connectorRun.create({
        data: {
          workspaceId,
          id: runId,
          connectorId: id,
          status: "running",
          trigger: progress.backfillFromMs === null ? "schedule" : "backfill",
          fromAt: new Date(progress.fromMs),
          toAt: new Date(progress.toMs),
          rejects: [],
          startedAt: now,
        },
      });
    }
    await tx.connector.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { progress: { ...progress } },
    });
    return { row, leaseId, runId, progress };
  });
}

/** A sign of life before each request. Whoever has lost the lease stops. */
export async function keepLease({ row, leaseId }: Lease): Promise<void> {
  const kept = await inWorkspace(
    row.workspaceId,
    (tx) => tx.$executeRaw`
      UPDATE connector SET heartbeat_at = clock_timestamp()
      WHERE workspace_id = ${row.workspaceId} AND id = ${row.id} AND lease_id = ${leaseId} AND NOT paused`,
  );
  if (kept === 0) throw new ReadingStopped();
}

function startSpan(row: ConnectorRow, now: Date): Progress {
  const backfillFromMs = row.backfillFrom?.getTime() ?? null;
  const readThroughMs = row.readThrough?.getTime() ?? null;
  const span = nextSpan(row.kind as ConnectorKind, { readThroughMs, backfillFromMs }, now.getTime());
  return { ...span, backfillFromMs };
}
