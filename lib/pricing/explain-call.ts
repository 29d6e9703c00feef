import { formatUsdExact } from "@/lib/money";
import { partsOf, type PricePart } from "./bill-line";
import type { CompiledRule, PriceBook } from "./price-book";
import { priceOf, type CallPrice } from "./price-call";
import type { CallToPrice } from "./call-to-price";
import { rateCall, type Rating } from "./rate-call";
import {
  cardSentence,
  partSentence,
  pictureSentence,
  rangeSentence,
  ruleSentence,
  termsSentences,
  unpricedSentence,
} from "./sentences";

export interface CallExplanation {
  price: CallPrice;
  /** They add up to the cost exactly; empty where no rate card was used. */
  parts: PricePart[];
  explanation: string[];
}

/** The price of a call as `priceCall` gives it, with the parts that add up to it and how it was found. */
export function explainCall(book: PriceBook, call: CallToPrice): CallExplanation {
  const rating = rateCall(book, call);
  const price = priceOf(rating);
  const parts = "lines" in rating ? partsOf(rating.lines) : [];
  return { price, parts, explanation: [...sourceSentences(call, rating), ...resultSentences(price, parts)] };
}

function sourceSentences(call: CallToPrice, rating: Rating): string[] {
  switch (rating.basis) {
    case "charged":
      return ["The provider said what it charged for this call."];
    case "not_billed":
      return ["The provider does not bill this call."];
    case "usage":
      return [
        "Priced by the tokens that the provider reported.",
        cardSentence(rating.compiled.card),
        ...ruleSentences(rating.rule),
        ...termsSentences(rating.compiled.card),
      ];
    case "rate_card": {
      const { card } = rating.compiled;
      const { prices } = rating.rule;
      const withoutInput =
        prices.scheme === "tokens"
          ? ["The prompt and reference images are not included, as the call does not report their tokens."]
          : [];
      return [
        "Priced by the rate card, as the call reports no tokens for its images.",
        cardSentence(card),
        ...ruleSentences(rating.rule),
        pictureSentence(prices),
        ...termsSentences(card),
        ...withoutInput,
      ];
    }
    case "unpriced":
      return [unpricedSentence(rating.reason, call)];
  }
}

function ruleSentences({ when }: CompiledRule): string[] {
  return when === null ? [] : [ruleSentence(when)];
}

function resultSentences(price: CallPrice, parts: readonly PricePart[]): string[] {
  if (price.basis === "unpriced") {
    const range = rangeSentence(price.boundLowNanoUsd, price.boundHighNanoUsd);
    return range === null ? [] : [range];
  }
  return [...parts.map(partSentence), `Total ${formatUsdExact(price.costNanoUsd)}.`];
}
