import type { BillLine, TokenKind } from "./bill-line";
import type { ImagePrice, RateCard, TokenRates } from "./rate-card";
import { pricePerMillionTokens, pricePerUnit, type UnitPrice } from "./unit-price";

/** The price of each kind of token; null where the card lists none. */
export type TokenPrices = Record<TokenKind, UnitPrice | null>;

/** Puts tokens on the bill. False where there are some and the card has no price for them. */
export function addTokens(
  lines: BillLine[],
  prices: TokenPrices,
  kind: TokenKind,
  quantity: number,
): boolean {
  if (quantity === 0) return true;
  const price = prices[kind];
  if (price) lines.push({ kind, quantity, price });
  return price !== null;
}

/** What one picture of a size and quality costs before anyone has seen its usage. */
export interface PictureLine {
  size: string;
  quality: string;
  line: BillLine;
}

/** How pictures without usage are priced. */
export type PicturePricing =
  | { kind: "formula"; price: UnitPrice }
  | { kind: "table"; bySizeAndQuality: ReadonlyMap<string, PictureLine> }
  | { kind: "per_call"; price: UnitPrice }
  | { kind: "none"; reason: "no_batch_price" | "output_tokens_unknown" | "token_price_unknown" };

/** A card's prices, standard or batch, with every decimal read once. */
export interface PricePlan {
  /** Null where the card does not bill by token. */
  tokens: TokenPrices | null;
  pictures: PicturePricing;
}

/** The plan of a card; null where it has no batch prices. The cached rates never apply to the Images API. */
export function planPrices({ prices }: RateCard, batch: boolean): PricePlan | null {
  const { multiplier } = prices;
  switch (prices.scheme) {
    case "tokens": {
      const rates = batch ? prices.batch : prices.standard;
      if (!rates) return null;
      const tokens = readTokenRates(rates, multiplier);
      return { tokens, pictures: planPictures(prices, tokens, batch) };
    }
    case "per_image": {
      const images = batch ? prices.batch : prices.standard;
      return (
        images && { tokens: null, pictures: table(images.map((image) => pricedPicture(image, multiplier))) }
      );
    }
    case "per_call": {
      const usd = batch ? prices.batchUsd : prices.usd;
      if (usd === null) return null;
      return { tokens: null, pictures: { kind: "per_call", price: pricePerUnit(usd, multiplier) } };
    }
  }
}

function planPictures(
  { outputTokens, multiplier }: Extract<RateCard["prices"], { scheme: "tokens" }>,
  { image_output: price }: TokenPrices,
  batch: boolean,
): PicturePricing {
  if (outputTokens.kind === "unknown") return { kind: "none", reason: "output_tokens_unknown" };
  if (outputTokens.kind === "priced_table") {
    if (batch) return { kind: "none", reason: "no_batch_price" };
    return table(outputTokens.entries.map((entry) => pricedPicture(entry, multiplier)));
  }
  if (!price) return { kind: "none", reason: "token_price_unknown" };
  if (outputTokens.kind === "gpt-image-2") return { kind: "formula", price };
  return table(
    outputTokens.entries.map(({ size, quality, tokens }) => ({
      size,
      quality,
      line: { kind: "image_output", quantity: tokens, price },
    })),
  );
}

function readTokenRates(rates: TokenRates, multiplier: string): TokenPrices {
  const read = (usd: string | null) => (usd === null ? null : pricePerMillionTokens(usd, multiplier));
  return {
    text_input: read(rates.textInput),
    image_input: read(rates.imageInput),
    image_output: read(rates.imageOutput),
    text_output: read(rates.textOutput),
  };
}

function pricedPicture({ size, quality, usd }: ImagePrice, multiplier: string): PictureLine {
  return { size, quality, line: { kind: "image", quantity: 1, price: pricePerUnit(usd, multiplier) } };
}

function table(pictures: readonly PictureLine[]): PicturePricing {
  return {
    kind: "table",
    bySizeAndQuality: new Map(pictures.map((picture) => [pictureKey(picture), picture])),
  };
}

export function pictureKey({ size, quality }: { size: string; quality: string }): string {
  return `${size} ${quality}`;
}
