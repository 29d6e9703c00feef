import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** Calls of one kind within the days looked at. */
export interface MixRow {
  provider: string;
  model: string;
  operation: "generation" | "edit";
  size: string | null;
  quality: string | null;
  batch: boolean;
  costBasis: string;
  calls: bigint;
  imagesRequested: bigint;
  imagesReturned: bigint;
  costNanoUsd: bigint;
  unpricedCalls: bigint;
  textInputTokens: bigint;
}

/** What was called in a span of local days, both included, by everything that decides a price. */
export async function listObservedMix(
  tx: Transaction,
  workspaceId: string,
  { from, to }: { from: string; to: string },
): Promise<MixRow[]> {
  const rows = await tx.$queryRaw<(Omit<MixRow, "costNanoUsd"> & { costNanoUsd: string })[]>`
    SELECT provider, model, operation, size, quality, batch, cost_basis AS "costBasis",
      sum(calls)::bigint AS calls, sum(images_requested)::bigint AS "imagesRequested",
      sum(images_returned)::bigint AS "imagesReturned", sum(cost_nano_usd)::text AS "costNanoUsd",
      sum(unpriced_calls)::bigint AS "unpricedCalls", sum(text_input_tokens)::bigint AS "textInputTokens"
    FROM usage_daily
    WHERE workspace_id = ${workspaceId} AND local_date BETWEEN ${from}::date AND ${to}::date
    GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7`;
  // The sum of 64-bit amounts may need more than 64 bits.
  return rows.map((row) => ({ ...row, costNanoUsd: BigInt(row.costNanoUsd) }));
}
