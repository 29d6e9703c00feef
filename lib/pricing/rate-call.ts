import { times, type BillLine } from "./bill-line";
import { findCompiledCard, type CompiledCard, type PriceBook } from "./price-book";
import { pricePicture, type PictureUnpricedReason } from "./price-picture";
import { addTokens, type TokenPrices } from "./price-plan";

/** The tokens that a provider reported for one call, in whole numbers. */
export interface TokenUsage {
  textInputTokens: number;
  imageInputTokens: number;
  textOutputTokens: number;
  imageOutputTokens: number;
}

export interface CallToPrice {
  provider: string;
  model: string;
  operation: "generation" | "edit";
  n: number;
  size: string | null;
  quality: string | null;
  batch: boolean;
  /** Null: nobody knows whether the provider bills it. */
  billed: boolean | null;
  imagesReturned: number;
  usage: TokenUsage | null;
  chargedNanoUsd: bigint | null;
  /** The UTC date of the call, YYYY-MM-DD. */
  on: string;
}

export type UnpricedReason = PictureUnpricedReason | "unknown_model" | "billing_unknown";

/** How a call is billed, before anything is multiplied. Empty lines cost nothing; null lines are not known. */
export type Rating =
  | { basis: "charged"; chargedNanoUsd: bigint }
  | { basis: "not_billed" }
  | { basis: "usage" | "rate_card"; compiled: CompiledCard; lines: BillLine[] }
  | {
      basis: "unpriced";
      reason: UnpricedReason;
      compiled: CompiledCard | null;
      low: BillLine[] | null;
      high: BillLine[] | null;
    };

/**
 * Decides what a call is priced by: what the provider charged, else the tokens it reported, else the rate card's
 * price of a picture without usage, else nothing. What is not known is never taken for free.
 */
export function rateCall(book: PriceBook, call: CallToPrice): Rating {
  if (call.chargedNanoUsd !== null) return { basis: "charged", chargedNanoUsd: call.chargedNanoUsd };
  if (call.billed === false) return { basis: "not_billed" };
  const rating = rateBilledCall(book, call);
  if (call.billed === true) return rating;
  return {
    basis: "unpriced",
    reason: "billing_unknown",
    compiled: rating.compiled,
    low: [],
    high: rating.basis === "unpriced" ? rating.high : rating.lines,
  };
}

type BilledRating = Extract<Rating, { compiled: unknown }>;

function rateBilledCall(book: PriceBook, call: CallToPrice): BilledRating {
  const compiled = findCompiledCard(book, call);
  if (!compiled) return unpriced("unknown_model", null);
  const plan = call.batch ? compiled.batch : compiled.standard;
  if (!plan) return unpriced("no_batch_price", compiled);

  const { usage } = call;
  if (plan.tokens && usage && isComplete(usage, call.imagesReturned)) {
    return rateUsage(compiled, plan.tokens, usage);
  }

  if (plan.pictures.kind === "per_call") {
    const line: BillLine = { kind: "call", quantity: 1, price: plan.pictures.price };
    return { basis: "rate_card", compiled, lines: [line] };
  }
  const images = call.imagesReturned > 0 ? call.imagesReturned : call.n;
  const picture = pricePicture(plan.pictures, call.size, call.quality);
  if ("line" in picture) return { basis: "rate_card", compiled, lines: times(images, [picture.line]) };
  const { reason, cheapest, dearest } = picture;
  return unpriced(
    reason,
    compiled,
    cheapest && times(images, [cheapest]),
    dearest && times(images, [dearest]),
  );
}

function unpriced(
  reason: UnpricedReason,
  compiled: CompiledCard | null,
  low: BillLine[] | null = null,
  high: BillLine[] | null = null,
): BilledRating {
  return { basis: "unpriced", reason, compiled, low, high };
}

/** Pictures take image output tokens: usage without any, or of zeros only, has not reported what they took. */
function isComplete(usage: TokenUsage, imagesReturned: number): boolean {
  if (usage.imageOutputTokens > 0) return true;
  const otherTokens = usage.textInputTokens + usage.imageInputTokens + usage.textOutputTokens;
  return imagesReturned === 0 && otherTokens > 0;
}

function rateUsage(compiled: CompiledCard, prices: TokenPrices, usage: TokenUsage): BilledRating {
  const lines: BillLine[] = [];
  // Each is added, so that what has a price is the least that the call cost.
  const isTextInputPriced = addTokens(lines, prices, "text_input", usage.textInputTokens);
  const isImageInputPriced = addTokens(lines, prices, "image_input", usage.imageInputTokens);
  const isTextOutputPriced = addTokens(lines, prices, "text_output", usage.textOutputTokens);
  const isImageOutputPriced = addTokens(lines, prices, "image_output", usage.imageOutputTokens);
  return isTextInputPriced && isImageInputPriced && isTextOutputPriced && isImageOutputPriced
    ? { basis: "usage", compiled, lines }
    : unpriced("token_price_unknown", compiled, lines);
}
