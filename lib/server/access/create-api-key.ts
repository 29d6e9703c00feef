import "server-only";
import { randomUUID } from "node:crypto";
import { SCOPES, type Scope } from "@/lib/access";
import { recordAudit, systemActor } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { withWorkspaceSlug } from "@/lib/server/db/with-workspace-slug";
import type { ApiKey } from "@/lib/server/generated/prisma/client";
import { RequestError } from "@/lib/server/http/request-error";
import { apiKeyPrefix, newApiKey } from "./api-key-format";
import { hashApiKey } from "./hash-api-key";

export type NewApiKey = ({ workspaceSlug: string } | { workspaceId: string }) & {
  name: string;
  scopes: readonly Scope[];
  /** Null when it is made from the command line. */
  createdById: string | null;
  expiresAt: Date | null;
  now: Date;
};

/** Makes an API key. The secret is in this answer and nowhere else. */
export async function createApiKey(input: NewApiKey): Promise<{ key: ApiKey; secret: string }> {
  const { name, createdById, expiresAt, now } = input;
  if (expiresAt !== null && expiresAt <= now) {
    throw new RequestError("invalid_request", "expiresAt: It must lie in the future.", [
      { path: "expiresAt", message: "It must lie in the future" },
    ]);
  }
  const workspaceId = "workspaceId" in input ? input.workspaceId : await findWorkspaceId(input.workspaceSlug);
  const secret = newApiKey();
  const key = await inWorkspace(workspaceId, async (tx) => {
    const created = await tx.apiKey.create({
      data: {
        workspaceId,
        id: `key_${randomUUID()}`,
        name,
        prefix: apiKeyPrefix(secret),
        keyHash: hashApiKey(secret),
        scopes: SCOPES.filter((scope) => input.scopes.includes(scope)),
        createdById,
        createdAt: now,
        expiresAt,
      },
    });
    await recordAudit(tx, {
      actor: await auditActor(tx, workspaceId, createdById),
      action: "api_key.created",
      subject: `api_key:${created.id}`,
      detail: { name, scopes: created.scopes, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return created;
  });
  return { key, secret };
}

async function findWorkspaceId(slug: string): Promise<string> {
  const workspace = await withWorkspaceSlug(slug, (tx) =>
    tx.workspace.findFirst({ where: { slug }, select: { id: true } }),
  );
  if (workspace === null) throw new RequestError("not_found", `There is no workspace named ${slug}.`);
  return workspace.id;
}

async function auditActor(tx: Transaction, workspaceId: string, createdById: string | null) {
  if (createdById === null) return systemActor({ id: workspaceId });
  const { id, name } = await tx.user.findUniqueOrThrow({ where: { id: createdById } });
  return { id, name, workspace: { id: workspaceId } };
}
