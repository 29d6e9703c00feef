import "server-only";
import type { PriceListBody, PriceListPreview } from "@/lib/contracts/price-lists";
import { comparePriceLists } from "@/lib/price-lists";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { loadRateCards } from "@/lib/server/prices/load-rate-cards";
import { readStatedPrices } from "./read-stated-prices";

/** What a list would add and change in the workspace, and which of its rows say nothing usable. Nothing is written. */
export async function previewPriceList(
  workspace: { id: string },
  body: PriceListBody,
): Promise<PriceListPreview> {
  const { list, inForce } = readStatedPrices(
    body,
    await inWorkspace(workspace.id, (tx) => loadRateCards(tx, workspace.id)),
  );
  const { changes, missing } = comparePriceLists(inForce, list.cards);
  return {
    format: list.format,
    readRows: list.readRows,
    otherRows: list.otherRows,
    changes,
    missing: missing.map(({ provider, model }) => ({ provider, model })),
    unread: list.unread,
  };
}
