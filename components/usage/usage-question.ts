import type { inferParserType } from "nuqs/server";
import type { CallFilter } from "@/lib/contracts/calls";
import type { UsageQuestion } from "@/lib/client/usage-queries";
import { usageFilterParsers, type usageSearchParsers } from "@/lib/client/usage-search";
import type { UsageFilterName } from "./dimension-filter";
import { RANGES, type RangePreset, type UsageRange, resolveInterval, resolveRange } from "./usage-range";

export type UsageSearch = inferParserType<typeof usageSearchParsers>;

export const FILTER_NAMES = Object.keys(usageFilterParsers) as UsageFilterName[];

/** As many as colours that can be told apart; the rest is one. */
const SHOWN_GROUPS = 9;

export interface AskedUsage {
  range: UsageRange;
  /** For the list of calls. */
  filter: CallFilter;
  /** The same calls, by day or month, in groups. */
  question: UsageQuestion;
}

/** What an address asks of the logged calls. */
export function askedUsage(
  search: UsageSearch,
  days: { today: string; firstDate: string | null; lastDate: string | null },
): AskedUsage {
  const range = resolveRange({
    ...days,
    preset: RANGES.find((preset): preset is RangePreset => preset === search.range) ?? "30-days",
    from: search.from,
    to: search.to,
  });
  const filter: CallFilter = {
    ...givenFilters(search),
    from: range.from,
    to: range.to,
  };
  return {
    range,
    filter,
    question: {
      ...filter,
      from: range.from,
      to: range.to,
      interval: resolveInterval(range, search.interval),
      top: SHOWN_GROUPS,
      ...(search.measure !== "cost" && { measure: search.measure }),
      ...(search.compare && { compare: search.compare }),
      ...(search.groupBy !== "none" && { groupBy: search.groupBy }),
      ...(search.groupBy !== "none" &&
        search.thenBy !== null &&
        search.thenBy !== search.groupBy && { thenBy: search.thenBy }),
    },
  };
}

/** The filters that are set, without those that are not. */
export function givenFilters(search: UsageSearch): Omit<CallFilter, "from" | "to"> {
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => (search[name] === null ? [] : [[name, search[name]]])),
  );
}
