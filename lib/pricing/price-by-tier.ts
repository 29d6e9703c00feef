import { isLeftOpen, priceRange, unpricedPicture, type PicturePrice } from "./picture-price";
import { ANY, type TierLine } from "./price-plan";
import { parseSize } from "./image-size";

/** Prices a picture by its longer edge and quality; a quality of null was left open and is billed as what was made. */
export function priceByTier(
  tiers: readonly TierLine[],
  size: string | null,
  quality: string | null,
): PicturePrice {
  const pixels = isLeftOpen(size) ? null : parseSize(size);
  if (!isLeftOpen(size) && !pixels) return unpricedPicture("size_not_priced");
  const longEdge = pixels === null ? null : Math.max(pixels.width, pixels.height);

  const isNamed = quality !== null && tiers.some((tier) => tier.quality === quality);
  const ofQuality = tiers.filter((tier) => quality === null || tier.quality === (isNamed ? quality : ANY));
  if (ofQuality.length === 0) return unpricedPicture("quality_unknown");
  if (longEdge !== null && quality !== null) {
    const tier = ofQuality.find(({ maxLongEdge }) => longEdge <= maxLongEdge);
    return tier ? { line: tier.line } : unpricedPicture("size_not_priced");
  }
  const candidates = longEdge === null ? ofQuality : firstOfEachQuality(ofQuality, longEdge);
  if (candidates.length === 0) return unpricedPicture("size_not_priced");
  const [only, ...others] = candidates;
  if (only && others.length === 0 && only.quality === ANY && longEdge !== null) return { line: only.line };
  return priceRange(
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
