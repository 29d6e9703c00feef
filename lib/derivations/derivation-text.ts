import { formatUsdExact } from "@/lib/money";
import { formatDate } from "@/lib/time";
import { SOURCE_WORDS, type CitedCard } from "./cited-card";
import type { Derivation, DerivationInput } from "./derivation";

const INDENT = "  ";

/** A derivation as plain text, to paste into a mail or a ticket: everything in it, the steps indented below. */
export function derivationText<Question>(derivation: Derivation<Question>): string {
  return `${lines(derivation).join("\n")}\n`;
}

function lines<Question>(derivation: Derivation<Question>): string[] {
  const { title, formula, inputs, rateCards, notes, steps, stepsMake } = derivation;
  return [
    `${title}: ${amountText(derivation)}`,
    `= ${formula}`,
    ...inputs.map(inputText),
    ...steps.flatMap((step, index) => {
      const sign = stepsMake === "values" ? "·" : stepsMake === "difference" && index > 0 ? "−" : "+";
      const [first = "", ...rest] = lines(step);
      return [`${INDENT}${sign} ${first}`, ...rest.map((line) => `${INDENT}${INDENT}${line}`)];
    }),
    ...notes,
    ...rateCards.map(cardText),
    ...(steps.length > 0 || rateCards.length > 0 || inputs.length > 0
      ? [`Rounding: ${derivation.rounding}`]
      : []),
  ];
}

/** The amount to its last digit, or what is known of it. */
export function amountText({ amountNanoUsd, bounds }: Pick<Derivation, "amountNanoUsd" | "bounds">): string {
  if (amountNanoUsd !== null) return formatUsdExact(amountNanoUsd);
  const { lowNanoUsd = null, highNanoUsd = null } = bounds ?? {};
  if (lowNanoUsd !== null && highNanoUsd !== null) {
    return `not known, between ${formatUsdExact(lowNanoUsd)} and ${formatUsdExact(highNanoUsd)}`;
  }
  if (lowNanoUsd !== null && lowNanoUsd > 0n) return `not known, at least ${formatUsdExact(lowNanoUsd)}`;
  return "not known";
}

function inputText({ name, value, unit, note }: DerivationInput): string {
  const withUnit = unit === null ? value : `${value} ${unit}`;
  return `${name}: ${withUnit}${note === null ? "" : ` (${note})`}`;
}

/** What a card is, from when, on whose word, and when that was checked: one sentence. */
function cardText(card: CitedCard): string {
  const factor = Number(card.multiplier) === 1 ? "" : `, × ${card.multiplier}`;
  const until = card.validTo === null ? "" : ` until ${formatDate(card.validTo)}`;
  const source = card.sourceUrl === null ? "" : `: ${card.sourceUrl}`;
  return `Rate card ${card.name} (${card.provider}, ${card.model})${factor}, valid from ${formatDate(card.validFrom)}${until}; ${SOURCE_WORDS[card.sourceKind]}, checked on ${formatDate(card.checkedOn)}${source}`;
}
