import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { formatMonth } from "@/lib/time";

/** Reopens a closed month. That it was closed, and what it stood at, stays on record. */
export function reopenMonth(actor: Actor, month: string, now: Date): Promise<void> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
    const { count } = await tx.monthClose.updateMany({
      where: { workspaceId, month, reopenedAt: null },
      data: { reopenedById: actor.id, reopenedAt: now },
    });
    if (count === 0) throw new RequestError("conflict", `${formatMonth(month)} is not closed.`);
    await recordAudit(tx, { actor, action: "month.reopened", subject: `month:${month}` });
  });
}
