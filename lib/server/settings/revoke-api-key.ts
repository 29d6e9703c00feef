import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";

/** Revokes a key, from its next request on. Revoking it again changes nothing. */
export async function revokeApiKey(actor: Actor, apiKeyId: string, now: Date): Promise<void> {
  const workspaceId = actor.workspace.id;
  await inWorkspace(workspaceId, async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { workspaceId_id: { workspaceId, id: apiKeyId } } });
    if (key === null) throw new RequestError("not_found", "No key of this workspace has this id.");
    const { count } = await tx.apiKey.updateMany({
      where: { workspaceId, id: apiKeyId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return;
    await recordAudit(tx, {
      actor,
      action: "api_key.revoked",
      subject: `api_key:${apiKeyId}`,
      detail: { name: key.name },
    });
  });
}
