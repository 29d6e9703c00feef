import "server-only";
import { buildPriceBook, type PriceBook } from "@/lib/pricing";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { loadRateCards } from "./load-rate-cards";

/** What calls and scenarios of a workspace are priced with. */
export async function getPriceBook(tx: Transaction, workspaceId: string): Promise<PriceBook> {
  return buildPriceBook(await loadRateCards(tx, workspaceId));
}
