import "server-only";
import type { Scope } from "@/lib/access";
import type { ApiKey } from "@/lib/contracts/settings";
import type { Actor } from "@/lib/server/access/actor";
import { createApiKey } from "@/lib/server/access/create-api-key";
import { apiKeyAnswer } from "./api-key-answer";

interface NewKey {
  name: string;
  scopes: Scope[];
  expiresAt?: string | null | undefined;
}

/** A key for the actor's workspace, with the secret that is shown this once. */
export async function createWorkspaceApiKey(
  actor: Actor,
  { name, scopes, expiresAt }: NewKey,
  now: Date,
): Promise<{ key: ApiKey; secret: string }> {
  const { key, secret } = await createApiKey({
    workspaceId: actor.workspace.id,
    name,
    scopes,
    createdById: actor.id,
    expiresAt: expiresAt == null ? null : new Date(expiresAt),
    now,
  });
  return { key: apiKeyAnswer(key), secret };
}
