import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** Before every day that a call can be of. */
export const BEFORE_ALL_DAYS = "0001-01-01";

/**
 * Says of the workspace's tags, or of one of them, that all past calls are in their sums. Where single calls were dropped
 * before the tag was counted, nobody knows what they carried: its sums begin with the first day after them.
 */
export async function endCounting(tx: Transaction, workspaceId: string, id?: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE tracked_tag SET is_counting = false, heartbeat_at = NULL,
      counted_from = CASE WHEN workspace.calls_kept_from IS NULL THEN ${BEFORE_ALL_DAYS}::date
        ELSE least(tracked_tag.counted_from, workspace.calls_kept_from) END
    FROM workspace
    WHERE tracked_tag.workspace_id = ${workspaceId} AND workspace.id = tracked_tag.workspace_id
      AND tracked_tag.is_counting AND tracked_tag.id = COALESCE(${id ?? null}::text, tracked_tag.id)`;
}

/** Has the days counted that come after a dropping was stopped: their single calls are kept again. */
export async function goOnCounting(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE tracked_tag SET is_counting = true
    FROM workspace
    WHERE tracked_tag.workspace_id = ${workspaceId} AND workspace.id = tracked_tag.workspace_id
      AND tracked_tag.counted_from > COALESCE(workspace.calls_kept_from, ${BEFORE_ALL_DAYS}::date)`;
}
