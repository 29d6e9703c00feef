import "server-only";
import { z } from "zod";
import { nanoUsdSchema } from "@/lib/contracts/values";
import { nanoUsd, usdDecimal } from "@/lib/money";
import { textCell } from "@/lib/reports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { csvResponse } from "@/lib/server/reports/csv-response";
import { getRepricingRow } from "./repricing-row";

const PAGE_ROWS = 1000;

/** What is told of a price before and after; more is kept. */
const keptSchema = z.object({
  size: z.string().nullable(),
  quality: z.string().nullable(),
  billed: z.boolean().nullable(),
  costBasis: z.string(),
  costNanoUsd: nanoUsdSchema.nullable(),
  unpricedReason: z.string().nullable(),
  rateCardId: z.string().nullable(),
});
type Kept = z.infer<typeof keptSchema>;

const KEPT_COLUMNS = ["size", "quality", "billed", "basis", "cost_usd", "unpriced_reason", "rate_card"];

/** Every call that a repricing changed, as it was before and after, in the order in which the changes are kept. */
export async function exportChanges(workspace: { id: string }, repricingId: string): Promise<Response> {
  await inWorkspace(workspace.id, (tx) => getRepricingRow(tx, workspace.id, repricingId));
  return csvResponse(`pixelcast-${repricingId}.csv`, changeTable(workspace.id, repricingId));
}

async function* changeTable(workspaceId: string, repricingId: string): AsyncGenerator<string[]> {
  yield [
    "call_id",
    "changed_at",
    ...KEPT_COLUMNS.map((column) => `${column}_before`),
    ...KEPT_COLUMNS.map((column) => `${column}_after`),
  ];
  let after: string | undefined;
  do {
    const page = await inWorkspace(workspaceId, (tx) =>
      tx.callPriceChange.findMany({
        where: { workspaceId, repricingId },
        orderBy: { id: "asc" },
        take: PAGE_ROWS,
        ...(after !== undefined && {
          cursor: { workspaceId_id: { workspaceId, id: after } },
          skip: 1,
        }),
      }),
    );
    for (const { callId, at, ...change } of page) {
      const [before, now] = [change.before, change.after].map((side) => cells(keptSchema.parse(side)));
      yield [textCell(callId), at.toISOString(), ...(before ?? []), ...(now ?? [])];
    }
    after = page.length === PAGE_ROWS ? page.at(-1)?.id : undefined;
  } while (after !== undefined);
}

function cells({
  size,
  quality,
  billed,
  costBasis,
  costNanoUsd,
  unpricedReason,
  rateCardId,
}: Kept): string[] {
  return [
    size ?? "",
    quality ?? "",
    billed === null ? "unknown" : billed ? "yes" : "no",
    costBasis,
    costNanoUsd === null ? "" : usdDecimal(nanoUsd(BigInt(costNanoUsd))),
    unpricedReason ?? "",
    rateCardId ?? "",
  ];
}
