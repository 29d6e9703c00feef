import type { BillLine, TokenKind } from "./bill-line";
import { PLAIN_TERMS, type BillingTerms, type PlainPrices, type TokenRates } from "./rate-card";
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

/** In a list of prices, whatever it does not name. */
export const ANY = "any";

/** What one picture of a size and quality costs before anyone has seen its usage; either may be "any". */
export interface PictureLine {
  size: string;
  quality: string;
  line: BillLine;
}

/** What one picture costs whose longer edge is at most so many pixels. */
export interface TierLine {
  maxLongEdge: number;
  quality: string;
  line: BillLine;
}

/** How pictures without usage are priced. */
export type PicturePricing =
  | { kind: "formula"; price: UnitPrice }
  | { kind: "table"; bySizeAndQuality: ReadonlyMap<string, PictureLine>; isPartial: boolean }
  /** From the smallest tier to the largest. */
  | { kind: "tiers"; tiers: readonly TierLine[]; autoBilledAs: string | null }
  | { kind: "per_call"; price: UnitPrice }
  | { kind: "none"; reason: "no_batch_price" | "output_tokens_unknown" | "token_price_unknown" };

/** A card's terms with every decimal read. */
export interface PlannedTerms {
  least: UnitPrice | null;
  preview: { tokens: number } | { price: UnitPrice } | null;
  inputImage: UnitPrice | null;
  isInputBilledOnce: boolean;
}

/** Prices, standard or batch, with every decimal read once. */
export interface PricePlan {
  /** Null where the card does not bill by token. */
  tokens: TokenPrices | null;
  pictures: PicturePricing;
  terms: PlannedTerms;
}

/** The factors that stand around every price of a card. */
interface Factors {
  multiplier: string;
  usdPerUnit: string;
}

/** The plan of plain prices; null where there are no batch prices. The cached rates never apply to the Images API. */
export function planPrices(
  prices: PlainPrices,
  { multiplier: outer, terms = PLAIN_TERMS }: { multiplier: string; terms?: BillingTerms | undefined },
  batch: boolean,
): PricePlan | null {
  const { usdPerUnit } = terms.currency;
  const each = (price: string) => pricePerUnit(price, prices.multiplier, outer, usdPerUnit);
  const pictured = { terms: planTerms(terms, { multiplier: outer, usdPerUnit }, prices), tokens: null };
  switch (prices.scheme) {
    case "tokens": {
      const rates = batch ? prices.batch : prices.standard;
      if (!rates) return null;
      const tokens = readTokenRates(rates, (price) =>
        pricePerMillionTokens(price, prices.multiplier, outer, usdPerUnit),
      );
      return { ...pictured, tokens, pictures: planPictures(prices, tokens, each, batch) };
    }
    case "per_image": {
      const images = batch ? prices.batch : prices.standard;
      return images && { ...pictured, pictures: pricedTable(images, each) };
    }
    case "credits": {
      const tiers = batch ? prices.batch : prices.standard;
      const { autoBilledAs, pricePerCredit, multiplier } = prices;
      if (!tiers) return null;
      const lines = tiers.map(({ maxLongEdge, quality, credits }): TierLine => {
        const price = pricePerUnit(credits, pricePerCredit, multiplier, outer, usdPerUnit);
        return { maxLongEdge: maxLongEdge ?? Infinity, quality, line: { kind: "image", quantity: 1, price } };
      });
      lines.sort((a, b) => (a.maxLongEdge === b.maxLongEdge ? 0 : a.maxLongEdge - b.maxLongEdge));
      return { ...pictured, pictures: { kind: "tiers", tiers: lines, autoBilledAs } };
    }
    case "per_call": {
      const price = batch ? prices.batchPrice : prices.price;
      return price === null ? null : { ...pictured, pictures: { kind: "per_call", price: each(price) } };
    }
  }
}

function planTerms(
  { minimumCharge, partialImage, inputImagePrice, inputBilledPer }: BillingTerms,
  { multiplier: outer, usdPerUnit }: Factors,
  { multiplier }: PlainPrices,
): PlannedTerms {
  const each = (price: string) => pricePerUnit(price, multiplier, outer, usdPerUnit);
  return {
    least: minimumCharge === null ? null : pricePerUnit(minimumCharge, usdPerUnit),
    preview: partialImage?.kind === "price" ? { price: each(partialImage.price) } : partialImage,
    inputImage: inputImagePrice === null ? null : each(inputImagePrice),
    isInputBilledOnce: inputBilledPer === "request",
  };
}

function planPictures(
  { outputTokens }: Extract<PlainPrices, { scheme: "tokens" }>,
  { image_output: price }: TokenPrices,
  each: (price: string) => UnitPrice,
  batch: boolean,
): PicturePricing {
  if (outputTokens.kind === "unknown") return { kind: "none", reason: "output_tokens_unknown" };
  if (outputTokens.kind === "priced_table") {
    return batch ? { kind: "none", reason: "no_batch_price" } : pricedTable(outputTokens.entries, each);
  }
  if (!price) return { kind: "none", reason: "token_price_unknown" };
  if (outputTokens.kind === "gpt-image-2") return { kind: "formula", price };
  return table(
    outputTokens.entries.map(({ size, quality, tokens }) => ({
      size,
      quality,
      line: { kind: "image_output", quantity: tokens, price },
    })),
    outputTokens.isPartial,
  );
}

function readTokenRates(rates: TokenRates, perMillion: (price: string) => UnitPrice): TokenPrices {
  const read = (price: string | null) => (price === null ? null : perMillion(price));
  return {
    text_input: read(rates.textInput),
    image_input: read(rates.imageInput),
    image_output: read(rates.imageOutput),
    text_output: read(rates.textOutput),
  };
}

function pricedTable(
  entries: readonly { size: string; quality: string; price: string }[],
  each: (price: string) => UnitPrice,
): PicturePricing {
  return table(
    entries.map(({ size, quality, price }) => ({
      size,
      quality,
      line: { kind: "image", quantity: 1, price: each(price) },
    })),
  );
}

function table(pictures: readonly PictureLine[], isPartial = false): PicturePricing {
  return {
    kind: "table",
    bySizeAndQuality: new Map(pictures.map((picture) => [pictureKey(picture), picture])),
    isPartial,
  };
}

export function pictureKey({ size, quality }: { size: string; quality: string }): string {
  return `${size} ${quality}`;
}
