import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findChangeableView } from "./find-saved-view";

const KEPT_MS = 86_400_000;

/** Deletes a view. It is kept for a day to be brought back; what was deleted before that goes for good. */
export function deleteSavedView(actor: Actor, savedViewId: string, now: Date): Promise<void> {
  return inWorkspace(actor.workspace.id, async (tx) => {
    const { workspaceId, id, name, isShared } = await findChangeableView(tx, actor, savedViewId, false);
    await tx.savedView.deleteMany({
      where: { workspaceId, deletedAt: { lt: new Date(now.getTime() - KEPT_MS) } },
    });
    await tx.savedView.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { deletedAt: now },
    });
    if (isShared)
      await recordAudit(tx, {
        actor,
        action: "saved_view.deleted",
        subject: `saved_view:${id}`,
        detail: { name },
      });
  });
}
