import { nanoUsd, type NanoUsd } from "@/lib/money";

/** What so many requests cost, each billed by itself: exact, as each request was rounded when it was priced. */
export function requestsCost(perRequestNanoUsd: NanoUsd, requests: bigint): NanoUsd {
  return nanoUsd(perRequestNanoUsd * requests);
}

/** How a way to buy pictures bills a month. All amounts are zero or more. */
export interface MonthlyTerms {
  perRequestNanoUsd: NanoUsd;
  /** Due every month, whatever is used. */
  monthlyFeeNanoUsd: NanoUsd;
  /** The least that the use of a month is billed; the fee comes on top. */
  monthlyMinimumNanoUsd: NanoUsd;
}

/** What a month with so many requests costs: the use, at least the minimum, and the fee. Exact. */
export function monthCost(terms: MonthlyTerms, requests: bigint): NanoUsd {
  const used = requestsCost(terms.perRequestNanoUsd, requests);
  const billed = used > terms.monthlyMinimumNanoUsd ? used : terms.monthlyMinimumNanoUsd;
  return nanoUsd(billed + terms.monthlyFeeNanoUsd);
}
