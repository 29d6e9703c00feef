import "server-only";
import { scopeSchema, type ApiKey } from "@/lib/contracts/settings";
import type { ApiKey as ApiKeyRow } from "@/lib/server/generated/prisma/client";

/** A key as the API shows it: never the secret, nor what is stored of it. */
export function apiKeyAnswer(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes.map((scope) => scopeSchema.parse(scope)),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
