import { divideHalfEven, nanoUsd, parseUsd, type NanoUsd } from "@/lib/money";
import {
  buildPriceBook,
  type Estimate,
  estimateRequest,
  findRateCard,
  type HypotheticalRequest,
  type PriceBook,
  type RateCard,
} from "@/lib/pricing";
import { breakEvens, type BreakEven } from "./break-even";
import { monthCost, type MonthlyTerms } from "./month-cost";
import { ownCard, type OwnScheme } from "./own-card";
import { priceNearest, type NearestPrice } from "./price-nearest";

/** A way to buy the pictures: a model at list price, or someone's own offer. Fees are decimal strings in US dollars. */
export type CompareOption = (
  | { kind: "listed"; provider: string; model: string; batch: boolean }
  | { kind: "own"; name: string; scheme: OwnScheme }
) & { monthlyFeeUsd: string; monthlyMinimumUsd: string };

export interface ComparedOption extends NearestPrice {
  /** Null for the request itself. */
  option: CompareOption | null;
  card: RateCard | null;
  /** Null without a price; both ends the same unless size or quality is left to the model. */
  perImage: CostRange | null;
  month: CostRange | null;
  /** Against the request itself as "a"; null where one of the two has no single price. */
  breakEvens: BreakEven[] | null;
}

export interface CostRange {
  lowNanoUsd: NanoUsd;
  highNanoUsd: NanoUsd;
}

const NO_FEES = { monthlyFeeUsd: "0", monthlyMinimumUsd: "0" };

/**
 * The same pictures bought in several ways, at a number of requests a month. The first entry is the request itself at
 * list price, without fee or minimum, and exactly as asked; then the options in their order.
 */
export function compareOptions(
  book: PriceBook,
  request: HypotheticalRequest,
  options: readonly CompareOption[],
  requestsPerMonth: bigint,
): ComparedOption[] {
  const asked = { estimate: estimateRequest(book, request), request };
  const askedTerms = termsOf(asked.estimate, NO_FEES);
  const compare = (
    option: CompareOption | null,
    card: RateCard | null,
    priced: NearestPrice,
  ): ComparedOption => {
    const fees = option ?? NO_FEES;
    const terms = termsOf(priced.estimate, fees);
    return {
      ...priced,
      option,
      card,
      perImage: perImageOf(priced),
      month: monthOf(priced.estimate, fees, requestsPerMonth),
      breakEvens: option && askedTerms && terms && breakEvens(askedTerms, terms),
    };
  };
  return [
    compare(null, findRateCard(book, request), asked),
    ...options.map((option) => {
      const { card, priced } = priceOption(book, request, option);
      return compare(option, card, priced);
    }),
  ];
}

function priceOption(
  book: PriceBook,
  request: HypotheticalRequest,
  option: CompareOption,
): { card: RateCard | null; priced: NearestPrice } {
  if (option.kind === "listed") {
    const { provider, model, batch } = option;
    const listed = { ...request, provider, model, batch };
    return { card: findRateCard(book, listed), priced: priceNearest(book, listed) };
  }
  const list = findRateCard(book, request);
  if (!list) return { card: null, priced: { estimate: estimateRequest(book, request), request } };
  const card = ownCard(option.name, option.scheme, list);
  return { card, priced: { estimate: estimateRequest(buildPriceBook([card]), request), request } };
}

type Fees = Pick<CompareOption, "monthlyFeeUsd" | "monthlyMinimumUsd">;

function termsAt(perRequestNanoUsd: NanoUsd, { monthlyFeeUsd, monthlyMinimumUsd }: Fees): MonthlyTerms {
  return {
    perRequestNanoUsd,
    monthlyFeeNanoUsd: parseUsd(monthlyFeeUsd),
    monthlyMinimumNanoUsd: parseUsd(monthlyMinimumUsd),
  };
}

function termsOf(estimate: Estimate, fees: Fees): MonthlyTerms | null {
  return estimate.status === "priced" ? termsAt(estimate.costNanoUsd, fees) : null;
}

function monthOf(estimate: Estimate, fees: Fees, requests: bigint): CostRange | null {
  const month = (perRequest: NanoUsd) => monthCost(termsAt(perRequest, fees), requests);
  switch (estimate.status) {
    case "priced":
      return { lowNanoUsd: month(estimate.costNanoUsd), highNanoUsd: month(estimate.costNanoUsd) };
    case "range":
      return { lowNanoUsd: month(estimate.lowNanoUsd), highNanoUsd: month(estimate.highNanoUsd) };
    case "unpriced":
      return null;
  }
}

/** Of a range, each end's share by image, rounded half to even. */
function perImageOf({ estimate, request }: NearestPrice): CostRange | null {
  const share = (cost: NanoUsd) => nanoUsd(divideHalfEven(cost, BigInt(request.n)));
  switch (estimate.status) {
    case "priced":
      return { lowNanoUsd: estimate.perImageNanoUsd, highNanoUsd: estimate.perImageNanoUsd };
    case "range":
      return { lowNanoUsd: share(estimate.lowNanoUsd), highNanoUsd: share(estimate.highNanoUsd) };
    case "unpriced":
      return null;
  }
}
