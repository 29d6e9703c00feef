import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { endCounting } from "@/lib/server/tags/end-counting";
import { sumTagsAnew } from "@/lib/server/tags/sum-tags-anew";
import { holdCalendarAlone } from "./calendar-lock";
import { addToSums } from "./daily-sums";

/**
 * Cuts every call of a workspace into the days of a time zone and sums them up anew. To be called in the transaction
 * that changes the workspace's zone, after the change. All sums are made from single calls, so none may have been dropped.
 */
export async function recutWorkspace(tx: Transaction, workspaceId: string, timeZone: string): Promise<void> {
  await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
  await tx.$executeRaw`
    UPDATE call SET local_date = (occurred_at AT TIME ZONE ${timeZone})::date
    WHERE workspace_id = ${workspaceId} AND local_date <> (occurred_at AT TIME ZONE ${timeZone})::date`;
  await tx.$executeRaw`DELETE FROM usage_daily WHERE workspace_id = ${workspaceId}`;
  await tx.$executeRaw`DELETE FROM usage_monthly WHERE workspace_id = ${workspaceId}`;
  const calls = Prisma.sql`(SELECT * FROM call WHERE workspace_id = ${workspaceId})`;
  await tx.$executeRaw`WITH ${addToSums(workspaceId, calls)} SELECT`;
  await sumTagsAnew(tx, workspaceId, { rows: Prisma.sql`true`, calls });
  await endCounting(tx, workspaceId);
}
