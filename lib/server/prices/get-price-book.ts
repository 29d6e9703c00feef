import "server-only";
import { buildPriceBook, type PriceBook } from "@/lib/pricing";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { loadRateCards } from "./load-rate-cards";

/** What calls and scenarios of the transaction's workspace are priced with. */
export async function getPriceBook(tx: Transaction): Promise<PriceBook> {
  return buildPriceBook(await loadRateCards(tx));
}
