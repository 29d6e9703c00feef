import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";

/**
 * How many calls arrived between two moments under an id that was known, and were not counted again. Retries by the API
 * are answered and not kept, so only imports and connectors know of those that were the same.
 */
export async function countRefused(
  tx: Transaction,
  workspaceId: string,
  { start, end }: { start: Date; end: Date },
): Promise<{ conflicts: number; known: number }> {
  const [row] = await tx.$queryRaw<{ conflicts: bigint; imported: bigint; read: bigint }[]>`
    SELECT
      (SELECT count(*) FROM call_conflict
        WHERE workspace_id = ${workspaceId} AND received_at >= ${start} AND received_at < ${end}) AS conflicts,
      (SELECT COALESCE(sum(rows_existing + rows_repeated), 0)::bigint FROM call_import
        WHERE workspace_id = ${workspaceId} AND created_at >= ${start} AND created_at < ${end}) AS imported,
      (SELECT COALESCE(sum(rows_existing), 0)::bigint FROM connector_run
        WHERE workspace_id = ${workspaceId} AND started_at >= ${start} AND started_at < ${end}) AS read`;
  return { conflicts: Number(row?.conflicts ?? 0), known: Number((row?.imported ?? 0n) + (row?.read ?? 0n)) };
}
