import "server-only";
import type { Successor } from "@/lib/contracts/lifecycle";
import {
  estimateRequest,
  findRateCard,
  NEAREST_ESTIMABLE_MODEL,
  SUCCESSORS,
  type PriceBook,
} from "@/lib/pricing";
import { isSameModel } from "./find-shutdown";
import type { MixRow } from "./observed-mix";
import { priceMix } from "./price-mix";

/** The successors that are known are all of OpenAI's. */
const MAKER = "openai";

interface Ending {
  provider: string;
  model: string;
  shutdownOn: string;
  today: string;
}

/**
 * What its provider names in a model's place, with the cost of the observed calls there. Where none of them can be
 * estimated before it is called, the nearest model that can follows.
 */
export function listSuccessors(book: PriceBook, rows: readonly MixRow[], ending: Ending): Successor[] {
  const fact = SUCCESSORS.find(({ model }) => isSameModel(model, ending.model));
  if (!fact) return [];
  const describe = (model: string, kind: Successor["kind"]): Successor => {
    const provider = providerOf(book, model, ending);
    const target = { provider, model, on: ending.today };
    return {
      provider,
      model,
      kind,
      sourceUrl: kind === "named" ? fact.sourceUrl : null,
      isEstimable: isEstimable(book, target),
      cost: rows.length === 0 ? null : priceMix(book, rows, target),
    };
  };
  const named = fact.successors.map((model) => describe(model, "named"));
  if (named.some((successor) => successor.isEstimable)) return named;
  return [...named, describe(NEAREST_ESTIMABLE_MODEL, "alternative")];
}

/** The same provider where it has a price for the successor, else whoever makes it. */
function providerOf(book: PriceBook, model: string, { provider, today }: Ending): string {
  return findRateCard(book, { provider, model, on: today }) === null ? MAKER : provider;
}

/** A picture that is left to the model has a range wherever anything is known of its pictures. */
function isEstimable(book: PriceBook, target: { provider: string; model: string; on: string }): boolean {
  const { status } = estimateRequest(book, {
    ...target,
    operation: "generation",
    n: 1,
    size: null,
    quality: null,
    outputFormat: null,
    batch: false,
    promptTokens: 0,
    inputImages: [],
    partialImages: 0,
  });
  return status !== "unpriced";
}
