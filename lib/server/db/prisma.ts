import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/server/generated/prisma/client";
import { createPool } from "./pool";
import { statementName } from "./prepared-statement";

/** Kept on the global object, because the development server loads modules anew at every change. */
const kept = globalThis as { pixelcastPrisma?: PrismaClient | undefined };

/**
 * The database, for tables that no workspace owns. A workspace's tables look empty from here, and so does the table of
 * workspaces: reach them through inWorkspace, asUser, withApiKeyHash or withWorkspaceSlug.
 *
 * Connects on first use, so that importing this needs no database.
 */
export function prisma(): PrismaClient {
  return (kept.pixelcastPrisma ??= new PrismaClient({
    adapter: new PrismaPg(createPool(), { disposeExternalPool: true, statementNameGenerator: statementName }),
  }));
}

export async function disconnect(): Promise<void> {
  const client = kept.pixelcastPrisma;
  kept.pixelcastPrisma = undefined;
  await client?.$disconnect();
}
