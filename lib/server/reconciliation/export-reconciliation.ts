import "server-only";
import type { z } from "zod";
import type { reconciliationQuerySchema } from "@/lib/contracts/reconciliation";
import { nanoUsd, usdDecimal } from "@/lib/money";
import { textCell } from "@/lib/reports";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { csvResponse } from "@/lib/server/reports/csv-response";
import { getReconciliation } from "./get-reconciliation";

const COLUMNS = [
  "date",
  "model",
  "provider_usd",
  "logged_usd",
  "difference_usd",
  "time_zone_usd",
  "unlogged_usd",
  "not_reported_usd",
  "unpriced_usd",
  "price_usd",
  "unexplained_usd",
  "provider_images",
  "logged_images",
  "logged_calls",
  "unpriced_calls",
];

/** The comparison by day and model as a file. An amount that is not known is empty, and not zero. */
export async function exportReconciliation(
  workspace: WorkspaceRow,
  query: z.output<typeof reconciliationQuerySchema>,
): Promise<Response> {
  const { days, from, to } = await getReconciliation(workspace, query);
  const usd = (amount: string | undefined | null) =>
    amount == null ? "" : usdDecimal(nanoUsd(BigInt(amount)));
  const rows = days.map((row) => [
    row.day,
    textCell(row.model),
    usd(row.providerNanoUsd),
    usd(row.loggedNanoUsd),
    usd(row.differenceNanoUsd),
    usd(row.leakage?.timeZone),
    usd(row.leakage?.unlogged),
    usd(row.leakage?.notReported),
    usd(row.leakage?.unpriced),
    usd(row.leakage?.price),
    usd(row.leakage?.unexplained),
    row.providerImages === null ? "" : String(row.providerImages),
    String(row.loggedImages),
    String(row.loggedCalls),
    String(row.unpricedCalls),
  ]);
  return csvResponse(`pixelcast-${workspace.slug}-reconciliation-${from}-to-${to}.csv`, [COLUMNS, ...rows]);
}
