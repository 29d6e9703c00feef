import { ZERO_NANO_USD, nanoUsd, type NanoUsd } from "@/lib/money";
import { totalOf } from "./bill-line";
import type { PriceBook } from "./price-book";
import type { CallToPrice } from "./call-to-price";
import { rateCall, type Rating, type UnpricedReason } from "./rate-call";

export type CallPrice =
  | {
      basis: "charged" | "usage" | "rate_card" | "not_billed";
      costNanoUsd: NanoUsd;
      rateCardId: string | null;
    }
  | {
      basis: "unpriced";
      unpricedReason: UnpricedReason;
      boundLowNanoUsd: NanoUsd | null;
      boundHighNanoUsd: NanoUsd | null;
      rateCardId: string | null;
    };

/** What a call cost and by what. `explainCall` says how, for the few calls that somebody looks at. */
export function priceCall(book: PriceBook, call: CallToPrice): CallPrice {
  return priceOf(rateCall(book, call));
}

export function priceOf(rating: Rating): CallPrice {
  switch (rating.basis) {
    case "charged":
      return { basis: "charged", costNanoUsd: nanoUsd(rating.chargedNanoUsd), rateCardId: null };
    case "not_billed":
      return { basis: "not_billed", costNanoUsd: ZERO_NANO_USD, rateCardId: null };
    case "usage":
    case "rate_card":
      return {
        basis: rating.basis,
        costNanoUsd: totalOf(rating.lines),
        rateCardId: rating.compiled.card.id,
      };
    case "unpriced":
      return {
        basis: "unpriced",
        unpricedReason: rating.reason,
        boundLowNanoUsd: rating.low && totalOf(rating.low),
        boundHighNanoUsd: rating.high && totalOf(rating.high),
        rateCardId: rating.compiled?.card.id ?? null,
      };
  }
}
