import type { CardChangeAnswer, DisagreementAnswer } from "@/lib/contracts/price-lists";
import { formatUsdExact, parseUsd } from "@/lib/money";
import { formatDate, isDate } from "@/lib/time";

export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** A price of a list: an amount, a date, or words as they are. */
export function valueWords(value: string | null): string {
  if (value === null) return "not stated";
  if (isDate(value)) return formatDate(value);
  return /^\d{1,9}(\.\d{1,9})?$/.test(value) ? formatUsdExact(parseUsd(value)) : value;
}

const UNITS: Record<NonNullable<DisagreementAnswer["unit"]>, string> = {
  "million tokens": "per million tokens",
  image: "an image",
  call: "a call",
  credit: "a credit",
  "credits an image": "credits an image",
};

export function unitWords(unit: DisagreementAnswer["unit"]): string {
  return unit === null ? "" : UNITS[unit];
}

export type ChangeGroup = "changed" | "added" | "same";

/** The changes of a group in which every typed word occurs, in the provider, model or a price that changes. */
export function findChanges(
  changes: readonly CardChangeAnswer[],
  group: ChangeGroup,
  typed: string,
): CardChangeAnswer[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return changes.filter(({ status, id, fields }) => {
    if (status !== group) return false;
    const text = `${id} ${fields.map(({ label }) => label).join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What the list probably is, from its text and the name of its file, for the form to begin with. */
export function guessList(
  content: string,
  fileName: string | null,
): { name: string; provider: string; needsProvider: boolean } {
  const needsProvider = content.includes('"pricing_config"');
  const stem = (fileName ?? "").replace(/\.[a-z]+$/i, "");
  return {
    name: needsProvider ? "Portkey" : content.includes('"litellm_provider"') ? "LiteLLM" : stem.slice(0, 60),
    provider: needsProvider ? stem : "",
    needsProvider,
  };
}
