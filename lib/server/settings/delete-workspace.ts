import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { log } from "@/lib/server/logger";
import { lockWorkspace } from "./lock-workspace";

/** Millions of calls go with it. */
const TIMEOUT_MS = 10 * 60 * 1000;

/** Deletes the workspace and everything in it, its audit log included; the server's own log keeps that it happened. */
export async function deleteWorkspace(actor: Actor, confirmName: string): Promise<void> {
  const { id, slug } = actor.workspace;
  await inWorkspace(
    id,
    async (tx) => {
      const { name } = await lockWorkspace(tx, id);
      if (confirmName !== name.trim()) {
        throw new RequestError("invalid_request", "confirmName: It is not the workspace's name.", [
          { path: "confirmName", message: "It is not the workspace's name" },
        ]);
      }
      await tx.workspace.delete({ where: { id } });
    },
    { timeoutMs: TIMEOUT_MS },
  );
  log("info", "workspace_deleted", { workspaceId: id, slug, actorId: actor.id });
}
