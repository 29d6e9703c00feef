import "server-only";
import { timingSafeEqual } from "node:crypto";
import { scopeSchema } from "@/lib/contracts/settings";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { WORKSPACE_FIELDS, type Actor } from "./actor";
import { isApiKeyWellFormed } from "./api-key-format";
import { withApiKeyHash } from "@/lib/server/db/with-api-key-hash";
import { hashApiKey } from "./hash-api-key";
import { SharedLookUp } from "./shared-look-up";

const TOUCH_MS = 60 * 1000;

/** A program that sends many small requests at once does not have its key read for each. */
const keys = new SharedLookUp((keyHash) =>
  withApiKeyHash(keyHash, (tx) =>
    tx.apiKey.findFirst({ where: { keyHash }, include: { workspace: { select: WORKSPACE_FIELDS } } }),
  ),
);

/**
 * The program behind an `Authorization` header. The key is read after each request has come in, so revoking it takes
 * effect at once.
 */
export async function authenticateKey(authorization: string, now: Date): Promise<Actor> {
  const [, key = ""] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (!isApiKeyWellFormed(key)) {
    throw new RequestError(
      "api_key_invalid",
      "Send it as `Authorization: Bearer pxc_live_…`, whole and unchanged.",
    );
  }
  const keyHash = hashApiKey(key);
  const row = await keys.ask(keyHash);
  if (row === null || !timingSafeEqual(Buffer.from(row.keyHash), Buffer.from(keyHash))) {
    throw new RequestError("api_key_invalid", "No workspace has this key.");
  }
  if (row.revokedAt !== null) throw new RequestError("api_key_revoked", "It was revoked; use another one.");
  if (row.expiresAt !== null && row.expiresAt <= now) {
    throw new RequestError(
      "api_key_expired",
      `It expired on ${row.expiresAt.toISOString()}; use another one.`,
    );
  }
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= TOUCH_MS) {
    await inWorkspace(row.workspaceId, (tx) =>
      tx.apiKey.updateMany({
        where: { workspaceId: row.workspaceId, id: row.id },
        data: { lastUsedAt: now },
      }),
    );
  }
  return {
    kind: "api_key",
    id: row.id,
    name: row.name,
    role: null,
    scopes: row.scopes.map((scope) => scopeSchema.parse(scope)),
    workspace: row.workspace,
  };
}
