import type { Estimate } from "@/lib/pricing";
import { citeCards } from "./cited-card";
import { derive, type Derivation } from "./derivation";
import { partSteps, remainingSentences } from "./price-part-steps";
import { ROUNDING } from "./rounding";

/** What a request that nobody has made yet costs, from the rate card's prices: one amount, a range, or none. */
export function deriveEstimate(title: string, estimate: Estimate): Derivation {
  switch (estimate.status) {
    case "priced":
      return derive({
        title,
        amountNanoUsd: estimate.costNanoUsd,
        formula: "What the request takes × the rate card’s prices, added up",
        rateCards: citeCards([estimate.rateCard]),
        notes: remainingSentences(estimate.explanation, estimate.parts),
        rounding: ROUNDING.call,
        steps: partSteps(estimate.parts),
      });
    case "range":
      return derive({
        title,
        amountNanoUsd: null,
        bounds: { lowNanoUsd: estimate.lowNanoUsd, highNanoUsd: estimate.highNanoUsd },
        formula: "From the cheapest that the model may choose to the dearest",
        rateCards: citeCards([estimate.rateCard]),
        notes: remainingSentences(estimate.explanation, []),
        rounding: ROUNDING.call,
      });
    case "unpriced":
      return derive({
        title,
        amountNanoUsd: null,
        formula: "No amount: what is missing for one stands below",
        rateCards: estimate.rateCard === null ? [] : citeCards([estimate.rateCard]),
        notes: estimate.explanation,
        rounding: ROUNDING.call,
      });
  }
}
