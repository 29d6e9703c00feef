import "server-only";
import type { SavedView } from "@/lib/contracts/saved-views";
import type { Actor } from "@/lib/server/access/actor";

export function presentSavedView(
  actor: Actor,
  row: { id: string; ownerId: string; name: string; query: string; isShared: boolean },
): SavedView {
  const { id, name, query, isShared } = row;
  return { id, name, query, isShared, isOwn: row.ownerId === actor.id };
}
