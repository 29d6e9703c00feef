import { usdDecimal, type NanoUsd } from "@/lib/money";
import { buildPriceBook, estimateRequest, type RateCard } from "@/lib/pricing";

export interface PicturePriceOf {
  price: string;
  basis: "computed" | "dearest";
}

const QUALITIES = ["low", "medium", "high", "xhigh", "max", "standard", "hd"];

/**
 * What a card charges for the picture that a meter such as `picture 1024x1024 high` names, its output alone and without
 * the card's factor. For “any” quality it is the dearest that the card prices at that size, since a call that names no
 * quality may get that one. Null where the card has no price for the picture.
 */
export function picturePriceOf(card: RateCard, meterId: string): PicturePriceOf | null {
  const [, size = "", quality = ""] = meterId.split(" ");
  if (size === "any") return null;
  if (quality !== "any") {
    const price = outputPrice(card, size, quality);
    return price === null ? null : { price: shortDecimal(price), basis: "computed" };
  }
  const prices = QUALITIES.map((each) => outputPrice(card, size, each)).filter((price) => price !== null);
  if (prices.length === 0) return null;
  return {
    price: shortDecimal(prices.reduce((dearest, price) => (price > dearest ? price : dearest))),
    basis: prices.length === 1 ? "computed" : "dearest",
  };
}

function outputPrice(card: RateCard, size: string, quality: string): NanoUsd | null {
  const { terms: _without, ...prices } = card.prices;
  const plain: RateCard = { ...card, prices: { ...prices, multiplier: "1" } };
  const estimate = estimateRequest(buildPriceBook([plain]), {
    provider: card.provider,
    model: card.model,
    operation: "generation",
    n: 1,
    size,
    quality,
    outputFormat: "png",
    batch: false,
    promptTokens: 0,
    inputImages: [],
    partialImages: 0,
    on: card.validFrom,
  });
  return estimate.status === "priced" ? estimate.perImageOutputNanoUsd : null;
}

function shortDecimal(price: NanoUsd): string {
  return usdDecimal(price).replace(/\.?0+$/, "");
}
