import "server-only";
import type { PriceBook } from "@/lib/pricing";

/** Two price books that differ in one provider and model, from a date on. */
export interface PriceChange {
  before: PriceBook;
  after: PriceBook;
  provider: string;
  model: string;
  validFrom: string;
}
