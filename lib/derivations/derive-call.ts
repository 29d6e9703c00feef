import { nanoUsd, type NanoUsd } from "@/lib/money";
import type { CallExplanation, CallPrice, CallToPrice, RateCard } from "@/lib/pricing";
import { citeCards } from "./cited-card";
import { derive, type Derivation, type DerivationInput } from "./derivation";
import { amountText } from "./derivation-text";
import { countText } from "./number-words";
import { partSteps, remainingSentences } from "./price-part-steps";
import { ROUNDING } from "./rounding";

/** The price of a call as its row keeps it, or as the prices and rules of today would have it. */
export interface StoredPrice {
  basis: string;
  costNanoUsd: bigint | null;
  boundLowNanoUsd: bigint | null;
  boundHighNanoUsd: bigint | null;
  rateCardId: string | null;
}

/** How what was made and whether it was billed were found out. */
export interface CallFindings {
  requestedSize: string | null;
  requestedQuality: string | null;
  pictureBasis: string | null;
  billedBasis: string;
  /** The rule that decided on the billing, in a sentence; null where none did. */
  billingRule: string | null;
  outcome: string;
  errorCode: string | null;
  httpStatus: number | null;
}

export interface CallToDerive {
  id: string;
  call: CallToPrice;
  stored: StoredPrice;
  findings: CallFindings;
  /** What the call's own rate card makes of it. */
  explained: CallExplanation;
  /** What today's prices and rules make of it. */
  today: StoredPrice;
  /** The card that it was priced with; null where none was. */
  card: RateCard | null;
}

/**
 * How one logged call came by its cost. The steps are its parts where they arrive at the stored amount; where they do
 * not, the stored amount stands alone. Where today's prices or rules would have another one, that is said.
 */
export function deriveCall(input: CallToDerive): Derivation {
  const { id, stored, findings, explained, card, call, today } = input;
  const { price, parts, explanation } = explained;
  const isAsStored = isSame(toStored(price), stored);
  const amountNanoUsd = stored.costNanoUsd === null ? null : nanoUsd(stored.costNanoUsd);
  return derive({
    title: `Call ${id}`,
    amountNanoUsd,
    bounds: boundsOf(stored),
    formula: isAsStored ? FORMULAS[price.basis] : "As stored when the call was priced",
    inputs: [...pictureInputs(call, findings), ...tokenInputs(call), billingInput(call, findings)],
    rateCards: card === null ? [] : citeCards([card]),
    rounding: stored.basis === "charged" || stored.basis === "not_billed" ? ROUNDING.stated : ROUNDING.call,
    notes: [
      ...(isAsStored ? remainingSentences(explanation, parts) : []),
      ...(isSame(today, stored) && isAsStored ? [] : [changedSentence(today)]),
    ],
    steps: isAsStored && amountNanoUsd !== null ? partSteps(parts) : [],
  });
}

const FORMULAS: Readonly<Record<CallPrice["basis"], string>> = {
  charged: "What the provider said it charged",
  usage: "Tokens that the provider reported × their prices, added up",
  rate_card: "Images × the rate card’s price for them, added up",
  not_billed: "Nothing: the provider does not bill this call",
  unpriced: "No amount: what is missing for one stands below",
};

function toStored(price: CallPrice): StoredPrice {
  const { basis, rateCardId } = price;
  return basis === "unpriced"
    ? { ...price, costNanoUsd: null }
    : { basis, costNanoUsd: price.costNanoUsd, boundLowNanoUsd: null, boundHighNanoUsd: null, rateCardId };
}

function isSame(a: StoredPrice, b: StoredPrice): boolean {
  return (
    a.basis === b.basis &&
    a.costNanoUsd === b.costNanoUsd &&
    a.boundLowNanoUsd === b.boundLowNanoUsd &&
    a.boundHighNanoUsd === b.boundHighNanoUsd
  );
}

function changedSentence(today: StoredPrice): string {
  const amount =
    today.costNanoUsd === null
      ? "have no price"
      : `cost ${amountText({ amountNanoUsd: nanoUsd(today.costNanoUsd), bounds: null })}`;
  return `Prices or rules have changed since this call was priced: priced anew it would ${amount}. Until then the stored amount counts.`;
}

function boundsOf({ costNanoUsd, boundLowNanoUsd, boundHighNanoUsd }: StoredPrice): Derivation["bounds"] {
  if (costNanoUsd !== null || (boundLowNanoUsd === null && boundHighNanoUsd === null)) return null;
  const known = (bound: bigint | null): NanoUsd | null => (bound === null ? null : nanoUsd(bound));
  return { lowNanoUsd: known(boundLowNanoUsd), highNanoUsd: known(boundHighNanoUsd) };
}

const PICTURE_BASES: Readonly<Record<string, string>> = {
  stated: "as asked for",
  returned: "as the provider returned it",
  tokens: "as the number of output tokens tells",
};

function pictureInputs(call: CallToPrice, findings: CallFindings): DerivationInput[] {
  const { pictureBasis, requestedSize, requestedQuality } = findings;
  const found = pictureBasis === null ? null : (PICTURE_BASES[pictureBasis] ?? null);
  const note = (value: string | null, requested: string | null) => {
    const asked = requested !== null && requested !== value ? `asked for ${requested}` : null;
    return [value === null || value === "auto" ? null : found, asked].filter(Boolean).join(", ") || null;
  };
  return [
    {
      name: "Model",
      value: call.model,
      unit: null,
      note: `${call.provider}${call.batch ? ", in a batch" : ""}`,
    },
    {
      name: "Images",
      value: countText(call.imagesReturned),
      unit: "returned",
      note: call.imagesReturned === call.n ? null : `${countText(call.n)} asked for`,
    },
    { name: "Size", value: call.size ?? "not known", unit: null, note: note(call.size, requestedSize) },
    {
      name: "Quality",
      value: call.quality ?? "not known",
      unit: null,
      note: note(call.quality, requestedQuality),
    },
  ];
}

function tokenInputs({ usage }: CallToPrice): DerivationInput[] {
  if (usage === null) return [];
  const { textInputTokens, imageInputTokens, textOutputTokens, imageOutputTokens } = usage;
  const counts: [string, number][] = [
    ["Text tokens in", textInputTokens],
    ["Image tokens in", imageInputTokens],
    ["Text tokens out", textOutputTokens],
    ["Image tokens out", imageOutputTokens],
  ];
  return counts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => ({ name, value: countText(count), unit: "tokens", note: null }));
}

function billingInput({ billed }: CallToPrice, findings: CallFindings): DerivationInput {
  return {
    name: "Billed",
    value: billed === null ? "not known" : billed ? "yes" : "no",
    unit: null,
    note: billingNote(findings),
  };
}

function billingNote({ billedBasis, billingRule, outcome, httpStatus, errorCode }: CallFindings): string {
  switch (billedBasis) {
    case "stated":
      return "as the log states";
    case "charged":
      return "as it was charged";
    case "tokens":
      return "as tokens were put out";
    case "succeeded":
      return "as it succeeded";
    case "rule":
      return billingRule ?? "by a rule that is no longer there";
    default: {
      const status = httpStatus === null ? null : `status ${httpStatus}`;
      const facts = [outcome.replace("_", " "), status, errorCode].filter(Boolean).join(", ");
      return `no rule says what ${facts} is billed`;
    }
  }
}
