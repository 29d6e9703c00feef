import "server-only";
import type { CallDrop, Retention } from "@/lib/contracts/retention";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import { readDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { keptFrom } from "@/lib/server/usage/kept-calls";
import type { DropRow } from "./drop-row";

/** From which day the single calls of a workspace are kept, and how the latest dropping stands. */
export function getRetention({ id }: { id: string }): Promise<Retention> {
  return inWorkspace(id, (tx) => readRetention(tx, id));
}

export async function readRetention(tx: Transaction, workspaceId: string): Promise<Retention> {
  const { callsKeptFrom, callsKeptMonths } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { callsKeptFrom: true, callsKeptMonths: true },
  });
  const [kept] = await tx.$queryRaw<{ firstDate: string | null; calls: string }[]>`
    SELECT min(local_date)::text AS "firstDate", COALESCE(sum(calls), 0)::text AS calls
    FROM usage_daily WHERE workspace_id = ${workspaceId} AND local_date >= ${keptFrom(workspaceId)}`;
  const dropped = await tx.callDrop.aggregate({ where: { workspaceId }, _sum: { callsDropped: true } });
  const latest = await tx.callDrop.findFirst({
    where: { workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return {
    keptMonths: callsKeptMonths,
    keptFrom: callsKeptFrom && readDay(callsKeptFrom),
    firstDate: kept?.firstDate ?? null,
    calls: Number(kept?.calls ?? 0),
    callsDropped: Number(dropped._sum.callsDropped ?? 0),
    drop: latest && (await presentDrop(tx, latest)),
  };
}

async function presentDrop(tx: Transaction, row: DropRow): Promise<CallDrop> {
  const nameOf = await findActorNames(tx, [row.createdById]);
  return {
    id: row.id,
    status: row.status as CallDrop["status"],
    isAutomatic: row.isAutomatic,
    from: readDay(row.fromDate),
    through: readDay(row.throughDate),
    calls: Number(row.calls),
    costNanoUsd: row.costNanoUsd.toFixed(),
    callsDropped: Number(row.callsDropped),
    doneThrough: row.doneThrough && readDay(row.doneThrough),
    failure: row.failure,
    startedBy: nameOf(row.createdById),
    startedAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
