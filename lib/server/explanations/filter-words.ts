import "server-only";
import { parseValueList } from "@/lib/contracts/value-list";
import { parseTagFilter, parseTagValue, tagValueLabel } from "@/lib/contracts/tag-filter";
import { formatDate } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import type { LoggedFilter } from "@/lib/server/usage/call-conditions";

/** "1–23 Nov 2026, landing-heroes, pilot": which calls a filter selects, for a title. */
export function filterWords({ from, to, ...values }: LoggedFilter, rateCardName: string | null): string {
  const words = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (name === "tag") return tagWords(value);
    if (name === "rateCard") return rateCardName ?? (value === "none" ? [] : value);
    const list = parseValueList(value);
    if (list === null) return [];
    return `${list.isExcluded ? "not " : ""}${list.values.map((each) => oneWord(name, each)).join(" or ")}`;
  });
  return [spanWords(from, to), ...words].join(", ");
}

/** "team growth or design", "team not growth". */
function tagWords(text: string): string {
  const filter = parseTagFilter(text);
  if (filter === null) return text;
  const words = filter.list.values.map((value) => {
    const tag = parseTagValue(value);
    return tag.kind === "value" ? tagValueLabel(filter.key, tag) : tag.kind;
  });
  return `${filter.key} ${filter.list.isExcluded ? "not " : ""}${words.join(" or ")}`;
}

function oneWord(name: string, value: string): string {
  if (FLAG_WORDS[name]?.[value] !== undefined) return FLAG_WORDS[name][value];
  if (name === "costBasis") return BASIS_WORDS[value] ?? value;
  return value === "none" ? `no ${NAMES[name] ?? name}` : valueWords(name, value);
}

const FLAG_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  batch: { yes: "in a batch", no: "not in a batch" },
  retry: { yes: "retries", no: "first attempts" },
};

const NAMES: Readonly<Record<string, string>> = { unpricedReason: "reason" };

/** Coded values in words; names from the log, such as workflows and models, stand for themselves. */
export function valueWords(name: string, value: string): string {
  return CODED.has(name) ? value.replaceAll("_", " ") : value;
}

const CODED: ReadonlySet<string> = new Set(["purpose", "outcome", "unpricedReason"]);

function spanWords(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return formatDateRange(from, to);
  if (from !== undefined) return `from ${formatDate(from)}`;
  return to === undefined ? "all days" : `to ${formatDate(to)}`;
}

/** How a cost was found, in the words of a heading. */
export const BASIS_WORDS: Readonly<Record<string, string>> = {
  charged: "as charged by the provider",
  usage: "by observed usage",
  rate_card: "by rate card",
  not_billed: "not billed",
  unpriced: "unpriced",
};
