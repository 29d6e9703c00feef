import { deriveEstimate, type Derivation } from "@/lib/derivations";
import type { NanoUsd } from "@/lib/money";
import {
  buildPriceBook,
  type Estimate,
  estimateRequest,
  GPT_IMAGE_2_QUALITIES,
  type OutputTokenSource,
  type PriceBook,
  type RateCard,
} from "@/lib/pricing";

/** Sizes that people ask for first; each is legal for gpt-image-2. */
const COMMON_SIZES = [
  "1024x1024",
  "1536x1024",
  "1024x1536",
  "1792x1024",
  "2048x1152",
  "2560x1440",
  "3840x2160",
];

export interface ImageCostGrid {
  qualities: readonly string[];
  rows: { size: string; /** Null where the card has no price for it. */ costs: (NanoUsd | null)[] }[];
}

/** What one picture costs under a card by size and quality, without its input; null for a card billed by the call. */
export function imageCostGrid(card: RateCard, isBatch: boolean): ImageCostGrid | null {
  const axes = axesOf(card);
  if (axes === null) return null;
  const book = buildPriceBook([card]);
  const rows = axes.sizes.map((size) => ({
    size,
    costs: axes.qualities.map((quality) => {
      const estimate = estimatePicture(book, card, { size, quality, isBatch });
      return estimate.status === "priced" ? estimate.perImageOutputNanoUsd : null;
    }),
  }));
  return { qualities: axes.qualities, rows };
}

interface Picture {
  size: string;
  quality: string;
  isBatch: boolean;
}

/** How one cost of the grid came about. */
export function explainImageCost(card: RateCard, picture: Picture): Derivation {
  const { size, quality, isBatch } = picture;
  const title = `One picture, ${size}, ${quality}${isBatch ? ", in a batch" : ""}`;
  return deriveEstimate(title, estimatePicture(buildPriceBook([card]), card, picture));
}

function estimatePicture(book: PriceBook, card: RateCard, { size, quality, isBatch }: Picture): Estimate {
  return estimateRequest(book, {
    provider: card.provider,
    model: card.model,
    operation: "generation",
    n: 1,
    size,
    quality,
    batch: isBatch,
    promptTokens: 0,
    inputImages: [],
    partialImages: 0,
    outputFormat: null,
    on: card.validFrom,
  });
}

function axesOf({ prices }: RateCard): { sizes: string[]; qualities: readonly string[] } | null {
  switch (prices.scheme) {
    case "per_call":
    case "conditional":
      return null;
    case "credits":
      return {
        sizes: COMMON_SIZES,
        qualities: [...new Set(prices.standard.map(({ quality }) => quality))],
      };
    case "per_image":
      return axesOfEntries(prices.standard);
    case "tokens":
      return axesOfTokens(prices.outputTokens);
  }
}

function axesOfTokens(source: OutputTokenSource) {
  switch (source.kind) {
    case "gpt-image-2":
      return { sizes: COMMON_SIZES, qualities: GPT_IMAGE_2_QUALITIES };
    case "table":
    case "priced_table":
      return axesOfEntries(source.entries);
    case "unknown":
      return null;
  }
}

function axesOfEntries(entries: readonly { size: string; quality: string }[]) {
  return {
    sizes: [...new Set(entries.map((entry) => entry.size))],
    qualities: [...new Set(entries.map((entry) => entry.quality))],
  };
}
