import "server-only";
import { randomUUID } from "node:crypto";
import { writeDay } from "@/lib/server/db/calendar-day";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { OPEN_STATUSES, type DropRow } from "./drop-row";
import type { DropSpan } from "./drop-span";

/**
 * Why no calls can be dropped at the moment; null where they can. A repricing that is being applied and an import that is
 * being undone change the calls of these days, and two droppings would not know where each of them is.
 */
export async function findObstacle(tx: Transaction, workspaceId: string): Promise<string | null> {
  if (await tx.callDrop.findFirst({ where: { workspaceId, status: { in: OPEN_STATUSES } } }))
    return "Calls are being dropped. Wait for the end, or stop it.";
  if (await tx.repricing.findFirst({ where: { workspaceId, status: "applying" } }))
    return "A repricing is being applied. Wait for its end, or cancel it.";
  if (await tx.callImport.findFirst({ where: { workspaceId, status: "undoing" } }))
    return "An import is being undone. Wait for its end.";
  return null;
}

/**
 * From the commit on no call of an earlier day is taken any more, nor changed: what is dropped afterwards, batch by batch,
 * is what was there at this moment. The caller holds the workspace and its calendar alone.
 */
export async function beginDrop(
  tx: Transaction,
  workspaceId: string,
  { span, until, createdById, now }: { span: DropSpan; until: string; createdById: string; now: Date },
): Promise<DropRow | null> {
  await tx.workspace.update({ where: { id: workspaceId }, data: { callsKeptFrom: writeDay(until) } });
  if (span.from === null || span.through === null) return null;
  return tx.callDrop.create({
    data: {
      workspaceId,
      id: `drop_${randomUUID()}`,
      status: "running",
      isAutomatic: createdById === "system",
      fromDate: writeDay(span.from),
      throughDate: writeDay(span.through),
      calls: span.sums.calls,
      costNanoUsd: String(span.sums.costNanoUsd),
      createdById,
      createdAt: now,
    },
  });
}
