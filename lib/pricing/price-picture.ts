import type { BillLine } from "./bill-line";
import {
  FEWEST_TOKENS_SIZE,
  MOST_TOKENS_SIZE,
  gptImage2OutputTokens,
  isGptImage2Quality,
  isGptImage2Size,
} from "./gpt-image-2-tokens";
import { parseSize } from "./image-size";
import { isLeftOpen, unpricedPicture, type PicturePrice } from "./picture-price";
import { priceByTable } from "./price-by-table";
import { priceByTier } from "./price-by-tier";
import type { PicturePricing } from "./price-plan";
import type { UnitPrice } from "./unit-price";

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
      return unpricedPicture(pricing.reason);
    case "formula":
      return priceByFormula(pricing.price, size, quality);
    case "table":
      return priceByTable(pricing, size, quality);
    case "tiers":
      return priceByTier(pricing.tiers, size, isLeftOpen(quality) ? pricing.autoBilledAs : quality);
  }
}

function priceByFormula(price: UnitPrice, size: string | null, quality: string | null): PicturePrice {
  const pixels = isLeftOpen(size) ? null : parseSize(size);
  if (!isLeftOpen(size) && !(pixels && isGptImage2Size(pixels))) return unpricedPicture("size_not_priced");
  if (!isLeftOpen(quality) && !isGptImage2Quality(quality)) return unpricedPicture("quality_unknown");

  const fewest = isLeftOpen(quality) ? "low" : quality;
  const most = isLeftOpen(quality) ? "high" : quality;
  const smallest = pixels ?? FEWEST_TOKENS_SIZE[fewest];
  const cheapest = outputLine(gptImage2OutputTokens(smallest.width, smallest.height, fewest), price);
  if (pixels && fewest === most) return { line: cheapest };

  const largest = pixels ?? MOST_TOKENS_SIZE;
  const dearest = outputLine(gptImage2OutputTokens(largest.width, largest.height, most), price);
  return unpricedPicture(isLeftOpen(quality) ? "quality_unknown" : "size_unknown", cheapest, dearest);
}

function outputLine(quantity: number, price: UnitPrice): BillLine {
  return { kind: "image_output", quantity, price };
}
