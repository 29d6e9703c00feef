import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { requireSharing } from "./check-sharing";

/** A view that the actor may change: one of their own, or a shared one where they may share. */
export async function findChangeableView(tx: Transaction, actor: Actor, id: string, isDeleted: boolean) {
  const row = await tx.savedView.findUnique({
    where: { workspaceId_id: { workspaceId: actor.workspace.id, id } },
  });
  const isSeen = row !== null && (row.ownerId === actor.id || row.isShared);
  if (!isSeen || (row.deletedAt !== null && !isDeleted))
    throw new RequestError("not_found", "There is no such view.");
  if (row.ownerId !== actor.id) requireSharing(actor);
  return row;
}
