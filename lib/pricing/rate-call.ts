import { imagesOf, inputImageLines, NO_INPUTS, previewLines } from "./bill-extras";
import { times, totalOf, withLeast, type BillLine } from "./bill-line";
import type { CallToPrice, TokenUsage } from "./call-to-price";
import { findRules, onlyRule } from "./find-rules";
import { findCompiledCard, type CompiledCard, type CompiledRule, type PriceBook } from "./price-book";
import { isLeftOpen, type PictureUnpricedReason } from "./picture-price";
import { pricePicture } from "./price-picture";
import { addTokens, type PricePlan, type TokenPrices } from "./price-plan";

export type UnpricedReason =
  | PictureUnpricedReason
  | "unknown_model"
  | "billing_unknown"
  | "format_unknown"
  | "input_images_unknown"
  | "no_rule_matches";

/** How a call is billed, before anything is multiplied. Empty lines cost nothing; null lines are not known. */
export type Rating =
  | { basis: "charged"; chargedNanoUsd: bigint }
  | { basis: "not_billed" }
  | { basis: "usage" | "rate_card"; compiled: CompiledCard; rule: CompiledRule; lines: BillLine[] }
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
  const only = onlyRule(compiled);
  if (only) return rateByRule(compiled, only, call);

  const { rules, open, isCertain } = findRules(compiled, call);
  const [first] = rules;
  if (!first) return unpriced("no_rule_matches", compiled);
  if (isCertain && rules.length === 1) return rateByRule(compiled, first, call);
  const ratings = rules.map((rule) => rateByRule(compiled, rule, call));
  const reason = open === null ? "no_rule_matches" : (`${open}_unknown` as const);
  if (!isCertain) return unpriced(reason, compiled);
  return unpriced(reason, compiled, extreme(ratings, "low"), extreme(ratings, "high"));
}

/** The cheapest or the dearest of several ways in which a call may be billed; null where one of them is not known. */
function extreme(ratings: readonly BilledRating[], end: "low" | "high"): BillLine[] | null {
  let found: BillLine[] | null = null;
  for (const rating of ratings) {
    const lines = rating.basis === "unpriced" ? rating[end] : rating.lines;
    if (lines === null) return null;
    if (found === null || totalOf(lines) < totalOf(found) === (end === "low")) found = lines;
  }
  return found;
}

function rateByRule(compiled: CompiledCard, rule: CompiledRule, call: CallToPrice): BilledRating {
  const plan = call.batch ? rule.batch : rule.standard;
  if (!plan) return unpriced("no_batch_price", compiled);
  const { terms } = plan;
  const rated = rateByPlan(compiled, rule, plan, call);
  if (terms.inputImage === null && terms.least === null) return rated;

  const inputs = terms.inputImage === null ? NO_INPUTS : inputImageLines(call, plan);
  if (rated.basis !== "unpriced") {
    if (inputs.exact) return { ...rated, lines: withLeast(terms.least, [...rated.lines, ...inputs.exact]) };
    const bound = (lines: BillLine[]) => withLeast(terms.least, [...rated.lines, ...lines]);
    return unpriced("input_images_unknown", compiled, bound(inputs.low), bound(inputs.high));
  }
  const { low, high } = rated;
  return unpriced(
    rated.reason,
    compiled,
    low && withLeast(terms.least, [...low, ...(inputs.exact ?? inputs.low)]),
    high && withLeast(terms.least, [...high, ...(inputs.exact ?? inputs.high)]),
  );
}

function rateByPlan(
  compiled: CompiledCard,
  rule: CompiledRule,
  plan: PricePlan,
  call: CallToPrice,
): BilledRating {
  const { usage } = call;
  if (plan.tokens && usage && isComplete(usage, call.imagesReturned)) {
    return rateUsage(compiled, rule, plan.tokens, usage);
  }
  const images = imagesOf(call);
  if (plan.pictures.kind === "per_call") {
    const line: BillLine = { kind: "call", quantity: 1, price: plan.pictures.price };
    const previews = previewLines(plan, call.partialImages);
    return { basis: "rate_card", compiled, rule, lines: [line, ...times(images, previews)] };
  }
  const picture = pricePicture(plan.pictures, call.size, qualityToBill(plan, call));
  const previews = previewLines(plan, call.partialImages);
  if ("line" in picture) {
    return { basis: "rate_card", compiled, rule, lines: times(images, [picture.line, ...previews]) };
  }
  const { reason, cheapest, dearest } = picture;
  return unpriced(
    reason,
    compiled,
    cheapest && times(images, [cheapest, ...previews]),
    dearest && times(images, [dearest, ...previews]),
  );
}

/** What was made, but where the card bills a quality that was left open as a certain one, whatever came of it. */
function qualityToBill({ pictures }: PricePlan, { quality, requestedQuality }: CallToPrice): string | null {
  const isBilledAsAuto =
    pictures.kind === "tiers" && requestedQuality !== undefined && isLeftOpen(requestedQuality);
  return isBilledAsAuto ? (pictures.autoBilledAs ?? quality) : quality;
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

function rateUsage(
  compiled: CompiledCard,
  rule: CompiledRule,
  prices: TokenPrices,
  usage: TokenUsage,
): BilledRating {
  const lines: BillLine[] = [];
  // Each is added, so that what has a price is the least that the call cost.
  const isTextInputPriced = addTokens(lines, prices, "text_input", usage.textInputTokens);
  const isImageInputPriced = addTokens(lines, prices, "image_input", usage.imageInputTokens);
  const isTextOutputPriced = addTokens(lines, prices, "text_output", usage.textOutputTokens);
  const isImageOutputPriced = addTokens(lines, prices, "image_output", usage.imageOutputTokens);
  return isTextInputPriced && isImageInputPriced && isTextOutputPriced && isImageOutputPriced
    ? { basis: "usage", compiled, rule, lines }
    : unpriced("token_price_unknown", compiled, lines);
}
