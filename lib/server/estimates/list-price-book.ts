import "server-only";
import { buildPriceBook, type PriceBook } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";

let book: PriceBook | null = null;

/** The list prices that ship with the product, read once: nobody's own prices are in it. */
export function listPriceBook(): PriceBook {
  book ??= buildPriceBook(CATALOGUE);
  return book;
}
