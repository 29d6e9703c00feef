import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** Before every day that a call can be of. */
export const BEFORE_ALL_DAYS = "0001-01-01";

/** Says of the workspace's tags, or of one of them, that all past calls are in their sums. */
export async function endCounting(tx: Transaction, workspaceId: string, id?: string): Promise<void> {
  await tx.trackedTag.updateMany({
    where: { workspaceId, isCounting: true, ...(id !== undefined && { id }) },
    data: { isCounting: false, countedFrom: new Date(`${BEFORE_ALL_DAYS}T00:00:00Z`), heartbeatAt: null },
  });
}
