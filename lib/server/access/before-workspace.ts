import "server-only";
import { prisma } from "@/lib/server/db/prisma";
import type { Prisma } from "@/lib/server/generated/prisma/client";

/** Runs queries that may see this person's memberships in every workspace, and no other tenant data. */
export async function asUser<T>(
  userId: string,
  run: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return withSetting("app.user_id", userId, run);
}

/** Runs queries that may see the one API key with this hash, and no other tenant data. */
export async function asKeyHash<T>(
  keyHash: string,
  run: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return withSetting("app.api_key_hash", keyHash, run);
}

/** The setting ends with the transaction, so that a pooled connection carries nothing to its next user. */
async function withSetting<T>(
  name: "app.user_id" | "app.api_key_hash",
  value: string,
  run: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config(${name}, ${value}, true)`;
    return run(tx);
  });
}
