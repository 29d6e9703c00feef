import "server-only";
import type { SavedView } from "@/lib/contracts/saved-views";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentSavedView } from "./present-saved-view";

/** The actor's own views and those that are shared, by name. */
export function listSavedViews(actor: Actor): Promise<{ items: SavedView[] }> {
  return inWorkspace(actor.workspace.id, async (tx) => {
    const rows = await tx.savedView.findMany({
      where: {
        workspaceId: actor.workspace.id,
        deletedAt: null,
        OR: [{ ownerId: actor.id }, { isShared: true }],
      },
    });
    return {
      items: rows
        .sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1))
        .map((row) => presentSavedView(actor, row)),
    };
  });
}
