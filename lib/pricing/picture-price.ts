import type { BillLine } from "./bill-line";

/** The price of one picture before its usage is seen: a line, or why there is none and the range where one is known. */
export type PicturePrice =
  { line: BillLine } | { reason: PictureUnpricedReason; cheapest: BillLine | null; dearest: BillLine | null };

export type PictureUnpricedReason =
  | "no_batch_price"
  | "size_unknown"
  | "quality_unknown"
  | "size_not_priced"
  | "output_tokens_unknown"
  | "token_price_unknown";

export function isLeftOpen(choice: string | null): choice is null | "auto" {
  return choice === null || choice === "auto";
}

export function unpricedPicture(
  reason: PictureUnpricedReason,
  cheapest: BillLine | null = null,
  dearest: BillLine | null = null,
): PicturePrice {
  return { reason, cheapest, dearest };
}

/** From the cheapest to the dearest of the lines that a picture may be billed by. */
export function priceRange(lines: readonly BillLine[], reason: PictureUnpricedReason): PicturePrice {
  const sorted = [...lines].sort(cheapestFirst);
  return unpricedPicture(reason, sorted.at(0), sorted.at(-1));
}

function cheapestFirst(a: BillLine, b: BillLine): number {
  const difference = BigInt(a.quantity) * a.price.rate - BigInt(b.quantity) * b.price.rate;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
