import "server-only";
import type { Repricing } from "@/lib/contracts/repricings";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { readDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentRepricing } from "./present-repricing";
import { lockRepricingRow, readProgress, requireStatus } from "./repricing-row";
import { repricingTotals } from "./repricing-totals";

/** Stops a repricing between two days, or puts a dry run aside. The days that were applied by then stay applied. */
export function cancelRepricing(actor: Actor, repricingId: string, now: Date): Promise<Repricing> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const row = await lockRepricingRow(tx, workspaceId, repricingId);
    requireStatus(row, ["trying", "tried", "applying"], "there is nothing to stop");
    const cancelled = await tx.repricing.update({
      where: { workspaceId_id: { workspaceId, id: repricingId } },
      data: { status: "cancelled", finishedAt: now, heartbeatAt: null },
    });
    const presented = await presentRepricing(tx, cancelled);
    const isApplied = row.status === "applying" && row.doneThrough !== null;
    await recordAudit(tx, {
      actor,
      action: "repricing.cancelled",
      subject: `repricing:${repricingId}`,
      detail: {
        appliedThrough: isApplied && row.doneThrough ? readDay(row.doneThrough) : null,
        ...repricingTotals(readProgress(row).applied),
      },
    });
    return presented;
  });
}
