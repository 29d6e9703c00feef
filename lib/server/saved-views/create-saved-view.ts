import "server-only";
import { randomUUID } from "node:crypto";
import type { NewSavedView, SavedView } from "@/lib/contracts/saved-views";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { requireSharing } from "./check-sharing";
import { presentSavedView } from "./present-saved-view";

const MOST_VIEWS = 200;

/** Saves a view for the actor alone or, where they may, for everybody. */
export async function createSavedView(actor: Actor, body: NewSavedView, now: Date): Promise<SavedView> {
  if (body.isShared) requireSharing(actor);
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const count = await tx.savedView.count({ where: { workspaceId, ownerId: actor.id, deletedAt: null } });
    if (count >= MOST_VIEWS)
      throw new RequestError("conflict", `There are ${MOST_VIEWS} views already. Delete one first.`);
    const row = await tx.savedView.create({
      data: { workspaceId, id: `viw_${randomUUID()}`, ownerId: actor.id, ...body, createdAt: now },
    });
    if (row.isShared)
      await recordAudit(tx, {
        actor,
        action: "saved_view.shared",
        subject: `saved_view:${row.id}`,
        detail: { name: row.name, query: row.query },
      });
    return presentSavedView(actor, row);
  });
}
