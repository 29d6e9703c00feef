import { GPT_IMAGE_2_QUALITIES, type PlainPrices, type RateCard } from "@/lib/pricing";

/** The sizes and qualities for which a card has prices. */
export interface PricedPictures {
  sizes: readonly string[];
  qualities: readonly string[];
}

/** Sizes that people ask for first; gpt-image-2 makes each of them. */
const COMMON_SIZES = [
  "1024x1024",
  "1536x1024",
  "1024x1536",
  "1792x1024",
  "2048x1152",
  "2048x2048",
  "2560x1440",
  "3840x2160",
];
const COMMON_QUALITIES = ["low", "medium", "high"];
const QUALITY_ORDER = ["low", "standard", "medium", "hd", "high", "xhigh", "max"];

/**
 * The pictures to show of a card, sizes in the order of the card and qualities from the lowest up. Where it prices any
 * size, the common ones; where its prices are the same for every size or quality, that side has the one entry "auto".
 */
export function pricedPictures({ prices }: RateCard): PricedPictures {
  const lists =
    prices.scheme === "conditional"
      ? prices.rules.map((rule) => {
          const own = listPictures(rule.prices);
          return {
            sizes: [...(rule.when.sizes ?? []), ...own.sizes],
            qualities: [...(rule.when.qualities ?? []), ...own.qualities],
            dependsOnSize: own.dependsOnSize || rule.when.sizes !== null || dependsOnShape(rule.when),
          };
        })
      : [listPictures(prices)];
  const sizes = lists.flatMap((list) => list.sizes).filter(isNamed);
  const qualities = lists.flatMap((list) => list.qualities).filter(isNamed);
  return {
    sizes: orElse(sizes, lists.some((list) => list.dependsOnSize) ? COMMON_SIZES : ["auto"]),
    qualities: orElse(qualities, ["auto"]).sort((a, b) => rank(a) - rank(b)),
  };
}

interface PictureList extends PricedPictures {
  dependsOnSize: boolean;
}

function listPictures(prices: PlainPrices): PictureList {
  switch (prices.scheme) {
    case "tokens":
      if (prices.outputTokens.kind === "gpt-image-2") {
        return { sizes: COMMON_SIZES, qualities: GPT_IMAGE_2_QUALITIES, dependsOnSize: true };
      }
      return prices.outputTokens.kind === "unknown"
        ? { sizes: COMMON_SIZES, qualities: COMMON_QUALITIES, dependsOnSize: true }
        : namesOf(prices.outputTokens.entries);
    case "per_image":
      return namesOf(prices.standard);
    case "credits":
      return {
        sizes: [],
        qualities: prices.standard.map(({ quality }) => quality),
        dependsOnSize: prices.standard.some(({ maxLongEdge }) => maxLongEdge !== null),
      };
    case "per_call":
      return { sizes: [], qualities: [], dependsOnSize: false };
  }
}

function namesOf(entries: readonly { size: string; quality: string }[]): PictureList {
  const sizes = entries.map(({ size }) => size);
  return { sizes, qualities: entries.map(({ quality }) => quality), dependsOnSize: sizes.some(isNamed) };
}

function dependsOnShape(when: { orientations: unknown; minPixels: unknown; maxPixels: unknown }): boolean {
  return when.orientations !== null || when.minPixels !== null || when.maxPixels !== null;
}

function isNamed(name: string): boolean {
  return name !== "any" && name !== "auto";
}

function orElse(names: readonly string[], otherwise: readonly string[]): string[] {
  return [...new Set(names.length > 0 ? names : otherwise)];
}

function rank(quality: string): number {
  const place = QUALITY_ORDER.indexOf(quality);
  return place === -1 ? QUALITY_ORDER.length : place;
}
