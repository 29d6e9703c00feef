import "server-only";
import type { LoggedDay } from "@/lib/reconciliation";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { modelName } from "./load-reported";

interface Row {
  day: string;
  model: string;
  calls: bigint;
  images: bigint;
  unpricedImages: bigint;
  cost: string;
  unpricedCalls: bigint;
  unboundedCalls: bigint;
  low: string;
  high: string;
}

/** What was logged of a provider, by local day and model, from the daily sums. Images that are not billed count for none. */
export async function loadLogged(
  tx: Transaction,
  workspaceId: string,
  { provider, from, to }: { provider: string; from: string; to: string },
): Promise<LoggedDay[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT to_char(local_date, 'YYYY-MM-DD') AS day, model, sum(calls)::bigint AS calls,
      COALESCE(sum(images_returned) FILTER (WHERE cost_basis <> 'not_billed'), 0)::bigint AS images,
      COALESCE(sum(images_returned) FILTER (WHERE cost_basis = 'unpriced'), 0)::bigint AS "unpricedImages",
      sum(cost_nano_usd)::text AS cost, sum(unpriced_calls)::bigint AS "unpricedCalls",
      sum(unbounded_calls)::bigint AS "unboundedCalls",
      sum(bound_low_nano_usd)::text AS low, sum(bound_high_nano_usd)::text AS high
    FROM usage_daily
    WHERE workspace_id = ${workspaceId} AND provider = ${provider}
      AND local_date BETWEEN ${from}::date AND ${to}::date
    GROUP BY 1, 2`;
  const byDayAndModel = new Map<string, LoggedDay>();
  for (const row of rows) {
    const model = modelName(row.model);
    const key = `${row.day} ${model}`;
    const sum = byDayAndModel.get(key);
    byDayAndModel.set(key, {
      day: row.day,
      model,
      calls: Number(row.calls) + (sum?.calls ?? 0),
      images: Number(row.images) + (sum?.images ?? 0),
      unpricedImages: Number(row.unpricedImages) + (sum?.unpricedImages ?? 0),
      costNanoUsd: BigInt(row.cost) + (sum?.costNanoUsd ?? 0n),
      unpricedCalls: Number(row.unpricedCalls) + (sum?.unpricedCalls ?? 0),
      unboundedCalls: Number(row.unboundedCalls) + (sum?.unboundedCalls ?? 0),
      boundLowNanoUsd: BigInt(row.low) + (sum?.boundLowNanoUsd ?? 0n),
      boundHighNanoUsd: BigInt(row.high) + (sum?.boundHighNanoUsd ?? 0n),
    });
  }
  return [...byDayAndModel.values()];
}
