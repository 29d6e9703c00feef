import type { BillLine } from "./bill-line";
import {
  FEWEST_TOKENS_SIZE,
  MOST_TOKENS_SIZE,
  gptImage2OutputTokens,
  isGptImage2Quality,
  isGptImage2Size,
} from "./gpt-image-2-tokens";
import { parseSize } from "./image-size";
import { pictureKey, type PictureLine, type PicturePricing } from "./price-plan";
import type { UnitPrice } from "./unit-price";

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

type PerPicturePricing = Exclude<PicturePricing, { kind: "per_call" }>;

/**
 * Prices one picture. A size or quality that is missing or "auto" was left to the model: the price is then a range
 * from the cheapest to the dearest that it may have chosen. One that is stated but not on the card has no range.
 */
export function pricePicture(
  pricing: PerPicturePricing,
  size: string | null,
  quality: string | null,
): PicturePrice {
  switch (pricing.kind) {
    case "none":
      return unpriced(pricing.reason);
    case "formula":
      return priceByFormula(pricing.price, size, quality);
    case "table":
      return priceByTable(pricing.bySizeAndQuality, size, quality);
  }
}

function isLeftOpen(choice: string | null): choice is null | "auto" {
  return choice === null || choice === "auto";
}

function unpriced(
  reason: PictureUnpricedReason,
  cheapest: BillLine | null = null,
  dearest: BillLine | null = null,
): PicturePrice {
  return { reason, cheapest, dearest };
}

function priceByFormula(price: UnitPrice, size: string | null, quality: string | null): PicturePrice {
  const pixels = isLeftOpen(size) ? null : parseSize(size);
  if (!isLeftOpen(size) && !(pixels && isGptImage2Size(pixels))) return unpriced("size_not_priced");
  if (!isLeftOpen(quality) && !isGptImage2Quality(quality)) return unpriced("quality_unknown");

  const fewest = isLeftOpen(quality) ? "low" : quality;
  const most = isLeftOpen(quality) ? "high" : quality;
  const smallest = pixels ?? FEWEST_TOKENS_SIZE[fewest];
  const cheapest = outputLine(gptImage2OutputTokens(smallest.width, smallest.height, fewest), price);
  if (pixels && fewest === most) return { line: cheapest };

  const largest = pixels ?? MOST_TOKENS_SIZE;
  const dearest = outputLine(gptImage2OutputTokens(largest.width, largest.height, most), price);
  return unpriced(isLeftOpen(quality) ? "quality_unknown" : "size_unknown", cheapest, dearest);
}

function outputLine(quantity: number, price: UnitPrice): BillLine {
  return { kind: "image_output", quantity, price };
}

function priceByTable(
  table: ReadonlyMap<string, PictureLine>,
  size: string | null,
  quality: string | null,
): PicturePrice {
  // A card may list a price for "auto" itself.
  const listed = table.get(pictureKey({ size: size ?? "auto", quality: quality ?? "auto" }));
  if (listed) return { line: listed.line };

  let candidates = [...table.values()];
  if (!isLeftOpen(quality)) candidates = candidates.filter((picture) => picture.quality === quality);
  if (candidates.length === 0) return unpriced("quality_unknown");
  if (!isLeftOpen(size)) candidates = candidates.filter((picture) => picture.size === size);
  if (candidates.length === 0) return unpriced("size_not_priced");

  const lines = candidates.map((picture) => picture.line).sort(cheapestFirst);
  const reason = isLeftOpen(quality) ? "quality_unknown" : "size_unknown";
  return unpriced(reason, lines.at(0), lines.at(-1));
}

function cheapestFirst(a: BillLine, b: BillLine): number {
  const difference = BigInt(a.quantity) * a.price.rate - BigInt(b.quantity) * b.price.rate;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
