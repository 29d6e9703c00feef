import type { BillLine } from "./bill-line";
import {
  FEWEST_TOKENS_SIZE,
  MOST_TOKENS_SIZE,
  gptImage2OutputTokens,
  isGptImage2Quality,
  isGptImage2Size,
} from "./gpt-image-2-tokens";
import { parseSize } from "./image-size";
import { pictureKey, type PictureLine, type PicturePricing, type TierLine } from "./price-plan";
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

/** In a list of prices, whatever it does not name. */
const ANY = "any";

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
    case "tiers":
      return priceByTier(pricing.tiers, size, isLeftOpen(quality) ? pricing.autoBilledAs : quality);
  }
}

export function isLeftOpen(choice: string | null): choice is null | "auto" {
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
  const listed = findListed(table, size ?? "auto", quality ?? "auto");
  if (listed) return { line: listed.line };

  const ofQuality = narrow([...table.values()], "quality", quality);
  if (ofQuality.length === 0) return unpriced("quality_unknown");
  const candidates = narrow(ofQuality, "size", size);
  if (candidates.length === 0) return unpriced("size_not_priced");
  return range(
    candidates.map((picture) => picture.line),
    isLeftOpen(quality) ? "quality_unknown" : "size_unknown",
  );
}

/**
 * The entry for a size and quality, named before "any". What was left open has the price of "any" only where the list
 * names nothing else that it could have been. A card may list a price for "auto" itself.
 */
function findListed(
  table: ReadonlyMap<string, PictureLine>,
  size: string,
  quality: string,
): PictureLine | null {
  for (const listedSize of [size, ANY]) {
    for (const listedQuality of [quality, ANY]) {
      const found = table.get(pictureKey({ size: listedSize, quality: listedQuality }));
      if (!found) continue;
      const isOpenSizeCovered = listedSize === size || !isLeftOpen(size) || !names(table, "size");
      const isOpenQualityCovered =
        listedQuality === quality || !isLeftOpen(quality) || !names(table, "quality");
      if (isOpenSizeCovered && isOpenQualityCovered) return found;
    }
  }
  return null;
}

function names(table: ReadonlyMap<string, PictureLine>, property: "size" | "quality"): boolean {
  for (const picture of table.values()) if (picture[property] !== ANY) return true;
  return false;
}

/** The entries that a picture may be billed by: those that name what is stated, else those for "any"; all of what is open. */
function narrow(
  pictures: readonly PictureLine[],
  property: "size" | "quality",
  stated: string | null,
): PictureLine[] {
  if (isLeftOpen(stated)) return [...pictures];
  const named = pictures.filter((picture) => picture[property] === stated);
  return named.length > 0 ? named : pictures.filter((picture) => picture[property] === ANY);
}

function priceByTier(tiers: readonly TierLine[], size: string | null, quality: string | null): PicturePrice {
  const pixels = isLeftOpen(size) ? null : parseSize(size);
  if (!isLeftOpen(size) && !pixels) return unpriced("size_not_priced");
  const longEdge = pixels === null ? null : Math.max(pixels.width, pixels.height);

  const isNamed = quality !== null && tiers.some((tier) => tier.quality === quality);
  const ofQuality = tiers.filter((tier) => quality === null || tier.quality === (isNamed ? quality : ANY));
  if (ofQuality.length === 0) return unpriced("quality_unknown");
  if (longEdge !== null && quality !== null) {
    const tier = ofQuality.find(({ maxLongEdge }) => longEdge <= maxLongEdge);
    return tier ? { line: tier.line } : unpriced("size_not_priced");
  }
  const candidates = longEdge === null ? ofQuality : firstOfEachQuality(ofQuality, longEdge);
  if (candidates.length === 0) return unpriced("size_not_priced");
  const [only, ...others] = candidates;
  if (only && others.length === 0 && only.quality === ANY && longEdge !== null) return { line: only.line };
  return range(
    candidates.map((tier) => tier.line),
    quality === null ? "quality_unknown" : "size_unknown",
  );
}

function firstOfEachQuality(tiers: readonly TierLine[], longEdge: number): TierLine[] {
  const first = new Map<string, TierLine>();
  for (const tier of tiers) {
    if (longEdge <= tier.maxLongEdge && !first.has(tier.quality)) first.set(tier.quality, tier);
  }
  return [...first.values()];
}

function range(lines: readonly BillLine[], reason: PictureUnpricedReason): PicturePrice {
  const sorted = [...lines].sort(cheapestFirst);
  return unpriced(reason, sorted.at(0), sorted.at(-1));
}

function cheapestFirst(a: BillLine, b: BillLine): number {
  const difference = BigInt(a.quantity) * a.price.rate - BigInt(b.quantity) * b.price.rate;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
