import "server-only";
import type { Repricing } from "@/lib/contracts/repricings";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { formatMonth } from "@/lib/time";
import { presentRepricing } from "./present-repricing";
import { readContext } from "./repricing-context";
import { lockRepricingRow, readProgress, requireStatus } from "./repricing-row";
import { repricingTotals } from "./repricing-totals";

/** Has a tried repricing applied in the background, provided that it would still do what the dry run said. */
export function applyRepricing(actor: Actor, repricingId: string, now: Date): Promise<Repricing> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    // So that no month is closed and no other repricing begins to be applied at the same time.
    await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
    const row = await lockRepricingRow(tx, workspaceId, repricingId);
    requireStatus(row, ["tried"], row.status === "trying" ? "wait for its end" : "it cannot be applied");
    const other = await tx.repricing.findFirst({ where: { workspaceId, status: "applying" } });
    if (other !== null) {
      throw new RequestError(
        "conflict",
        "Another repricing is being applied. Wait for its end, or cancel it.",
      );
    }
    const progress = readProgress(row);
    const context = await readContext(tx, row);
    const left = new Set(progress.closedMonths.map(({ month }) => month));
    const closed = progress.tried.find(
      ({ month }) => context.closedMonths.includes(month) && !left.has(month),
    );
    if (closed !== undefined) {
      throw new RequestError(
        "month_closed",
        `${formatMonth(closed.month)} was closed after the dry run. Try again: its calls will be left out.`,
      );
    }
    if (row.bookFingerprint !== context.fingerprint) {
      throw new RequestError(
        "prices_changed",
        "Since the dry run a price, a billing rule, the time zone or a closed month changed, calls were dropped, or others were priced anew. Try again to see what it would do now.",
      );
    }
    const totals = repricingTotals(progress.tried);
    if (totals.callsChanged === 0) {
      throw new RequestError(
        "conflict",
        "The dry run found no call to change, so there is nothing to apply.",
      );
    }
    const applying = await tx.repricing.update({
      where: { workspaceId_id: { workspaceId, id: repricingId } },
      data: {
        status: "applying",
        appliedById: actor.id,
        appliedAt: now,
        doneThrough: null,
        heartbeatAt: null,
        differences: { ...progress, applied: [] },
      },
    });
    const presented = await presentRepricing(tx, applying);
    await recordAudit(tx, {
      actor,
      action: "repricing.apply_started",
      subject: `repricing:${repricingId}`,
      detail: totals,
    });
    return presented;
  });
}
