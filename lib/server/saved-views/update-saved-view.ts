import "server-only";
import type { SavedView, SavedViewChange } from "@/lib/contracts/saved-views";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { requireSharing } from "./check-sharing";
import { findChangeableView } from "./find-saved-view";
import { presentSavedView } from "./present-saved-view";

/** Renames, changes, shares or brings back a view. Only its owner takes it back from the team. */
export function updateSavedView(
  actor: Actor,
  savedViewId: string,
  { isDeleted, name, query, isShared }: SavedViewChange,
): Promise<SavedView> {
  return inWorkspace(actor.workspace.id, async (tx) => {
    const row = await findChangeableView(tx, actor, savedViewId, isDeleted === false);
    if (isShared === false && row.ownerId !== actor.id)
      throw new RequestError("not_allowed", "Only the one whose view it is can take it back from the team.");
    if (isShared === true && !row.isShared) requireSharing(actor);
    const changed = await tx.savedView.update({
      where: { workspaceId_id: { workspaceId: row.workspaceId, id: row.id } },
      data: {
        ...(name !== undefined && { name }),
        ...(query !== undefined && { query }),
        ...(isShared !== undefined && { isShared }),
        ...(isDeleted === false && { deletedAt: null }),
      },
    });
    if (row.isShared || changed.isShared)
      await recordAudit(tx, {
        actor,
        action: changed.isShared && !row.isShared ? "saved_view.shared" : "saved_view.changed",
        subject: `saved_view:${row.id}`,
        detail: { name: changed.name, query: changed.query, isShared: changed.isShared },
      });
    return presentSavedView(actor, changed);
  });
}
