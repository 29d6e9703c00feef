import { formatUsdExact, type NanoUsd } from "@/lib/money";
import { formatDate } from "@/lib/time";
import type { PricePart } from "./bill-line";
import { PLAIN_TERMS, type PlainPrices, type PriceCondition, type RateCard } from "./rate-card";
import type { UnpricedReason } from "./rate-call";

// The words in which a price explains itself: short sentences with the numbers put in.

const TOKEN_NAMES = {
  text_input: "text input token",
  image_input: "image input token",
  image_output: "image output token",
  text_output: "text output token",
} as const;

const UNIT_NAMES = {
  image: "image",
  call: "call",
  preview: "preview",
  input_image: "reference image",
  minimum: "least charge",
} as const;

function counted(quantity: bigint, name: string): string {
  return `${formatCount(quantity)} ${name}${quantity === 1n ? "" : "s"}`;
}

export function formatCount(quantity: bigint | number): string {
  return quantity.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

/** 7,024 image output tokens × $30.00 per million = $0.21072 */
export function partSentence(part: PricePart): string {
  const amount = formatUsdExact(part.amountNanoUsd);
  if (part.unit === "token") {
    return `${counted(part.quantity, TOKEN_NAMES[part.kind])} × $${part.usdPerMillion} per million = ${amount}`;
  }
  if (part.unit === "minimum") return `Up to the least charge of a call: ${amount}`;
  return `${counted(part.quantity, UNIT_NAMES[part.unit])} × $${part.usdPerUnit} = ${amount}`;
}

export function cardSentence({ name, validFrom, checkedOn, prices, sourceKind }: RateCard): string {
  const factor = Number(prices.multiplier) === 1 ? "" : ` with its factor of ${prices.multiplier}`;
  const source = {
    first_party: "from the provider's own page",
    third_party: "from a third party",
    user_entered: "as entered",
    calibrated: "as measured",
  }[sourceKind];
  return `Rate card ${name}${factor}, valid from ${formatDate(validFrom)}, ${source}, checked on ${formatDate(checkedOn)}.`;
}

/** What the card adds to its prices, where that is not the usual. */
export function termsSentences({ prices }: RateCard): string[] {
  const { currency, minimumCharge, inputBilledPer } = prices.terms ?? PLAIN_TERMS;
  const sentences: string[] = [];
  if (currency.code !== "USD") {
    sentences.push(
      `The account is kept in ${currency.code}; one ${currency.code} counts as $${currency.usdPerUnit}.`,
    );
  }
  if (minimumCharge !== null) {
    sentences.push(`A billed call costs ${minimumCharge} ${currency.code} at least.`);
  }
  if (inputBilledPer === "request") sentences.push("The input is billed once for the whole request.");
  return sentences;
}

/** Which rule of a conditional card applied. */
export function ruleSentence(when: PriceCondition): string {
  const { sizes, orientations, minPixels, maxPixels, qualities, formats } = when;
  const conditions: string[] = [];
  if (sizes !== null) conditions.push(`size ${sizes.join(" or ")}`);
  if (orientations !== null) conditions.push(orientations.join(" or "));
  if (minPixels !== null) conditions.push(`at least ${formatCount(minPixels)} pixels`);
  if (maxPixels !== null) conditions.push(`at most ${formatCount(maxPixels)} pixels`);
  if (qualities !== null) conditions.push(`quality ${qualities.join(" or ")}`);
  if (formats !== null) conditions.push(`format ${formats.join(" or ")}`);
  return `By the card's rule for ${conditions.length === 0 ? "everything else" : conditions.join(", ")}.`;
}

/** Where the tokens or the price of a picture without usage come from. */
export function pictureSentence(prices: PlainPrices): string {
  switch (prices.scheme) {
    case "per_call":
      return "The card bills per call, whatever the number, size and quality of its images.";
    case "per_image":
      return "The card bills per image, by size and quality; prompts are not billed apart.";
    case "credits":
      return `The card bills credits by the longer edge and quality, at ${prices.pricePerCredit} a credit.`;
    case "tokens":
      switch (prices.outputTokens.kind) {
        case "gpt-image-2":
          return "The output tokens follow the formula of OpenAI's calculator, which OpenAI does not promise.";
        case "table":
          return "The output tokens are those of the card's table.";
        case "priced_table":
          return "The output costs the provider's own price per image, which its token prices do not give.";
        case "unknown":
          return "How many output tokens a picture takes is not known.";
      }
  }
}

export function rangeSentence(low: NanoUsd | null, high: NanoUsd | null): string | null {
  if (low !== null && high !== null)
    return `It is between ${formatUsdExact(low)} and ${formatUsdExact(high)}.`;
  if (low !== null && low > 0n) return `It is at least ${formatUsdExact(low)}.`;
  return null;
}

export interface PricedThing {
  provider: string;
  model: string;
  size: string | null;
  quality: string | null;
  on: string;
}

export function unpricedSentence(reason: UnpricedReason, thing: PricedThing): string {
  switch (reason) {
    case "unknown_model":
      return `No rate card for ${thing.model} at ${thing.provider} is valid on ${formatDate(thing.on)}.`;
    case "no_batch_price":
      return "The rate card lists no batch price.";
    case "size_unknown":
      return "The size was left to the model, and the price depends on it.";
    case "quality_unknown":
      return thing.quality === null || thing.quality === "auto"
        ? "The quality was left to the model, and the price depends on it."
        : `The rate card has no quality “${thing.quality}”.`;
    case "size_not_priced":
      return `The rate card has no price for ${thing.size} at this quality.`;
    case "output_tokens_unknown":
      return "How many output tokens a picture of this model takes is not known before a response reports it.";
    case "token_price_unknown":
      return "The rate card lists no price for one kind of the tokens.";
    case "format_unknown":
      return "The output format is not known, and the price depends on it.";
    case "input_images_unknown":
      return "How many reference images the call carried is not known, and each has a price.";
    case "no_rule_matches":
      return "None of the rate card's rules is for such a picture.";
    case "billing_unknown":
      return "Whether the provider bills this call is not known.";
  }
}
