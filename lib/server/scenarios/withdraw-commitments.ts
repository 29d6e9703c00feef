import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";

/**
 * Withdraws whatever a scenario is or was the forecast of, so that an older version of it does not come back when a
 * later forecast goes. Answers whether anything was there to withdraw.
 */
export async function withdrawCommitments(
  tx: Transaction,
  workspaceId: string,
  scenarioId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.forecastCommitment.updateMany({
    where: { workspaceId, withdrawnAt: null, version: { scenarioId } },
    data: { withdrawnAt: now },
  });
  return count > 0;
}
