import { formatUsdExact, type NanoUsd } from "@/lib/money";
import type { RateCard } from "@/lib/pricing";
import { citeCards } from "./cited-card";
import { derive, type Derivation, type DerivationInput } from "./derivation";
import { counted, countText } from "./number-words";
import { ROUNDING } from "./rounding";

/** What a set of calls adds up to. */
export interface CallSums {
  calls: number;
  imagesDelivered: number;
  costNanoUsd: NanoUsd;
  paidLossNanoUsd: NanoUsd;
  reworkNanoUsd: NanoUsd;
  unpricedCalls: number;
  unboundedCalls: number;
  billingUnknownCalls: number;
  boundLowNanoUsd: NanoUsd;
  boundHighNanoUsd: NanoUsd;
}

/** What of the calls is explained: all that they cost, or the part that went into rework or into nothing. */
export type CallMeasure = "usage" | "rework" | "paid_losses";

export interface CallGroup<Question> {
  title: string;
  sums: CallSums;
  cards: readonly RateCard[];
  more: Question | null;
}

export interface CallsToDerive<Question> {
  title: string;
  measure: CallMeasure;
  sums: CallSums;
  /** What the groups are by, such as "rate card"; null where these calls are not taken apart here. */
  by: string | null;
  /** Disjoint, and together these calls. */
  groups: readonly CallGroup<Question>[];
  cards?: readonly RateCard[];
  notes?: readonly string[];
  more?: Question | null;
  otherways?: { label: string; question: Question }[];
}

/**
 * What a set of calls cost, as the sum of its groups. Calls without a price are in no amount: a set of nothing else has
 * none, only bounds.
 */
export function deriveCalls<Question = never>(input: CallsToDerive<Question>): Derivation<Question> {
  const { title, measure, sums, by, groups, cards = [], notes = [], more = null, otherways = [] } = input;
  return derive<Question>({
    title,
    ...amountOf(measure, sums),
    formula: by === null ? FORMULAS[measure] : `${FORMULAS[measure]}, by ${by}`,
    inputs: inputsOf(measure, sums),
    rateCards: citeCards([...cards]),
    rounding: ROUNDING.sum,
    notes: [...notes, ...unpricedNotes(sums)],
    steps: groups.map((group) =>
      derive<Question>({
        title: group.title,
        ...amountOf(measure, group.sums),
        formula: FORMULAS[measure],
        inputs: inputsOf(measure, group.sums),
        rateCards: citeCards([...group.cards]),
        rounding: ROUNDING.sum,
        notes: unpricedNotes(group.sums),
        more: group.more,
      }),
    ),
    more,
    otherways,
  });
}

const FORMULAS: Readonly<Record<CallMeasure, string>> = {
  usage: "The sum of what each call cost",
  rework: "The sum of what retries, QA and prompt tuning cost",
  paid_losses: "The sum of what calls cost that delivered no image",
};

/** What the measure comes to; null where not one of the calls has a price. */
export function measureOf(measure: CallMeasure, sums: CallSums): NanoUsd | null {
  if (sums.calls > 0 && sums.unpricedCalls === sums.calls) return null;
  switch (measure) {
    case "usage":
      return sums.costNanoUsd;
    case "rework":
      return sums.reworkNanoUsd;
    case "paid_losses":
      return sums.paidLossNanoUsd;
  }
}

function amountOf(measure: CallMeasure, sums: CallSums): Pick<Derivation, "amountNanoUsd" | "bounds"> {
  const amountNanoUsd = measureOf(measure, sums);
  return { amountNanoUsd, bounds: amountNanoUsd === null && measure === "usage" ? boundsOf(sums) : null };
}

function boundsOf({ boundLowNanoUsd, boundHighNanoUsd, unboundedCalls }: CallSums): Derivation["bounds"] {
  return { lowNanoUsd: boundLowNanoUsd, highNanoUsd: unboundedCalls > 0 ? null : boundHighNanoUsd };
}

function inputsOf(measure: CallMeasure, sums: CallSums): DerivationInput[] {
  const amount = (name: string, value: NanoUsd, note: string): DerivationInput[] =>
    value === 0n ? [] : [{ name, value: formatUsdExact(value), unit: null, note }];
  return [
    {
      name: measure === "usage" ? "Calls" : "Out of all calls",
      value: countText(sums.calls),
      unit: null,
      note: null,
    },
    ...(measure === "usage"
      ? [
          { name: "Delivered images", value: countText(sums.imagesDelivered), unit: null, note: null },
          ...amount("Of it rework", sums.reworkNanoUsd, "retries, QA and prompt tuning"),
          ...amount("Of it paid losses", sums.paidLossNanoUsd, "billed, and no image came"),
        ]
      : []),
  ];
}

function unpricedNotes(sums: CallSums): string[] {
  const { unpricedCalls, calls, unboundedCalls, billingUnknownCalls } = sums;
  const notes: string[] = [];
  if (unpricedCalls > 0 && unpricedCalls < calls) {
    const { boundLowNanoUsd: low, boundHighNanoUsd: high } = sums;
    const range =
      unboundedCalls > 0
        ? `at least ${formatUsdExact(low)} more`
        : `between ${formatUsdExact(low)} and ${formatUsdExact(high)} more`;
    notes.push(
      `${counted(unpricedCalls, "call")} without a price ${unpricedCalls === 1 ? "is" : "are"} not in it: ${range}.`,
    );
  }
  if (billingUnknownCalls > 0) {
    notes.push(
      `Of ${counted(billingUnknownCalls, "call")} nobody knows whether the provider bills ${billingUnknownCalls === 1 ? "it" : "them"}.`,
    );
  }
  return notes;
}
