import "server-only";
import type { Connector, ConnectorRun } from "@/lib/contracts/connectors";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { ConnectorRun as RunRow } from "@/lib/server/generated/prisma/client";
import { type ConnectorRow, readLineItemRules } from "./connector-row";

/** Connectors of one workspace as the API shows them: everything but what opens the source. */
export async function presentConnectors(
  tx: Transaction,
  rows: readonly ConnectorRow[],
  now: Date,
): Promise<Connector[]> {
  const nameOf = await findActorNames(
    tx,
    rows.map(({ createdById }) => createdById),
  );
  const runs = await Promise.all(
    rows.map(({ workspaceId, id }) =>
      tx.connectorRun.findFirst({
        where: { workspaceId, connectorId: id },
        orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      }),
    ),
  );
  return rows.map((row, index) => {
    const run = runs[index];
    const instant = (at: Date | null) => at?.toISOString() ?? null;
    return {
      id: row.id,
      kind: row.kind as Connector["kind"],
      name: row.name,
      baseUrl: row.baseUrl,
      credentialHint: row.credentialHint,
      intervalMinutes: row.intervalMinutes,
      lineItemRules: readLineItemRules(row),
      state: row.state as Connector["state"],
      paused: row.paused,
      reading: !row.paused && (row.leaseId !== null || (row.nextRunAt !== null && row.nextRunAt <= now)),
      problem: row.problem,
      failingSince: instant(row.failingSince),
      readThrough: instant(row.readThrough),
      backfillFrom: instant(row.backfillFrom),
      lastDataAt: instant(row.lastDataAt),
      lastRunAt: instant(row.lastRunAt),
      nextRunAt: instant(row.nextRunAt),
      lastRun: run ? presentRun(run) : null,
      createdBy: nameOf(row.createdById),
      createdAt: row.createdAt.toISOString(),
    };
  });
}

export async function presentConnector(tx: Transaction, row: ConnectorRow, now: Date): Promise<Connector> {
  const [presented] = await presentConnectors(tx, [row], now);
  if (presented === undefined) throw new Error("One row gives one connector.");
  return presented;
}

export function presentRun(run: RunRow): Omit<ConnectorRun, "rejects"> {
  return {
    id: run.id,
    trigger: run.trigger as ConnectorRun["trigger"],
    status: run.status as ConnectorRun["status"],
    from: run.fromAt.toISOString(),
    to: run.toAt.toISOString(),
    pages: run.pages,
    rowsRead: run.rowsRead,
    rowsCreated: run.rowsCreated,
    rowsExisting: run.rowsExisting,
    rowsConflict: run.rowsConflict,
    rowsRejected: run.rowsRejected,
    rowsSkipped: run.rowsSkipped,
    rowsReported: run.rowsReported,
    problem: run.problem,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}
