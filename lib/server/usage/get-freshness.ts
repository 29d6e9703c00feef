import "server-only";
import type { Freshness } from "@/lib/contracts/usage";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { readUsageSums, USAGE_SUMS, type UsageSumsRow } from "./usage-sums";

/** How far the workspace's data reach and what in them has no price. */
export function getFreshness(workspace: { id: string; timeZone: string }): Promise<Freshness> {
  return inWorkspace(workspace.id, async (tx) => {
    const [row] = await tx.$queryRaw<
      (UsageSumsRow & { lastCallAt: Date | null; lastReceivedAt: Date | null })[]
    >`
      SELECT ${USAGE_SUMS}, max(logged.last_occurred_at) AS "lastCallAt", max(logged.last_received_at) AS "lastReceivedAt"
      FROM usage_monthly AS logged WHERE logged.workspace_id = ${workspace.id}`;
    if (row === undefined) throw new Error("An aggregate without groups always has one row.");
    const sums = readUsageSums(row);
    return {
      timeZone: workspace.timeZone,
      lastCallAt: row.lastCallAt?.toISOString() ?? null,
      lastReceivedAt: row.lastReceivedAt?.toISOString() ?? null,
      calls: sums.calls,
      unpricedCalls: sums.unpricedCalls,
      boundLowNanoUsd: String(sums.boundLowNanoUsd),
      boundHighNanoUsd: String(sums.boundHighNanoUsd),
      unboundedCalls: sums.unboundedCalls,
    };
  });
}
