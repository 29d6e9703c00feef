import { formatUsd, nanoUsd } from "@/lib/money";

export interface UnpricedCalls {
  unpricedCalls: number;
  /** Of the unpriced calls, those for which no bound is known. */
  unboundedCalls: number;
  boundLowNanoUsd: string;
  boundHighNanoUsd: string;
  /** Of the unpriced calls, those of which nobody knows whether the provider bills them. */
  billingUnknownCalls?: number | undefined;
}

/** How many calls have no price and what they may cost. They are in no sum, so it must be said beside each. */
export function unpricedSentence(unpriced: UnpricedCalls): string {
  return [boundSentence(unpriced), billingSentence(unpriced)].filter(Boolean).join(" ");
}

function boundSentence(unpriced: UnpricedCalls): string {
  const { unpricedCalls, unboundedCalls } = unpriced;
  const bounded = unpricedCalls - unboundedCalls;
  const calls = count(unpricedCalls);
  const have = unpricedCalls === 1 ? "has" : "have";
  const range = `${amount(unpriced.boundLowNanoUsd)} to ${amount(unpriced.boundHighNanoUsd)}`;
  if (bounded === 0) return `${calls} ${have} no price, and nothing bounds what ${they(unpricedCalls)} cost.`;
  if (unboundedCalls === 0) return `${calls} ${have} no price: ${range}, not in these figures.`;
  return `${calls} have no price: ${range} for ${bounded.toLocaleString("en-US")} of them, and nothing bounds the other ${unboundedCalls.toLocaleString("en-US")}.`;
}

function billingSentence({ unpricedCalls, billingUnknownCalls = 0 }: UnpricedCalls): string {
  if (billingUnknownCalls === 0) return "";
  const are = billingUnknownCalls === 1 ? "is" : "are";
  const whether = `nobody knows whether ${they(billingUnknownCalls)} ${are} billed at all.`;
  return billingUnknownCalls === unpricedCalls
    ? `${whether[0]?.toUpperCase()}${whether.slice(1)}`
    : `Of ${billingUnknownCalls.toLocaleString("en-US")} of them ${whether}`;
}

const amount = (value: string) => formatUsd(nanoUsd(BigInt(value)));
const count = (calls: number) => (calls === 1 ? "1 call" : `${calls.toLocaleString("en-US")} calls`);
const they = (calls: number) => (calls === 1 ? "it" : "they");
