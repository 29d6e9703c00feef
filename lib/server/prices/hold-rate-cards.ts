import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** Whoever adds prices holds the workspace's until it commits, so that each sees the dates of the one before. */
export function holdRateCards(workspaceId: string): Prisma.Sql {
  return Prisma.sql`pg_advisory_xact_lock(hashtextextended(${`rate-cards:${workspaceId}`}, 0))`;
}
