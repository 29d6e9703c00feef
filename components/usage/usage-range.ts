import type { SeriesInterval } from "@/lib/usage";
import { addDays, addMonths, daysBetween, firstDay, lastDay, monthOf } from "@/lib/time";

export const RANGES = ["this-month", "last-month", "30-days", "90-days", "12-months", "all"] as const;
export type RangePreset = (typeof RANGES)[number];

export const RANGE_WORDS: Record<RangePreset, string> = {
  "this-month": "This month",
  "last-month": "Last month",
  "30-days": "Last 30 days",
  "90-days": "Last 90 days",
  "12-months": "Last 12 months",
  all: "All time",
};

/** Days that one chart can show apart; longer spans are shown by month. */
export const MAX_DAYS_BY_DAY = 400;
const DAYS_BY_DAY_UNASKED = 92;

export interface UsageRange {
  /** Null for dates of one's own. */
  preset: RangePreset | null;
  from: string;
  to: string;
}

export interface RangeInput {
  preset: RangePreset;
  /** Own dates; they win over the preset. */
  from: string | null;
  to: string | null;
  today: string;
  /** The days of the first and last logged call. */
  firstDate: string | null;
  lastDate: string | null;
}

/** The days that an address asks for, both included. A single date of one's own runs from or to the other's natural end. */
export function resolveRange(input: RangeInput): UsageRange {
  const { from, to, today } = input;
  const last = input.lastDate !== null && input.lastDate > today ? input.lastDate : today;
  const first = input.firstDate ?? today;
  if (from === null && to === null)
    return { preset: input.preset, ...presetDays(input.preset, today, first, last) };
  const ends = [
    from ?? (to !== null && to < first ? to : first),
    to ?? (from !== null && from > last ? from : last),
  ];
  const [earlier = today, later = today] = ends.sort();
  return { preset: null, from: earlier, to: later };
}

function presetDays(
  preset: RangePreset,
  today: string,
  first: string,
  last: string,
): { from: string; to: string } {
  const month = monthOf(today);
  switch (preset) {
    case "this-month":
      return { from: firstDay(month), to: today };
    case "last-month":
      return { from: firstDay(addMonths(month, -1)), to: lastDay(addMonths(month, -1)) };
    case "30-days":
      return { from: addDays(today, -29), to: today };
    case "90-days":
      return { from: addDays(today, -89), to: today };
    case "12-months":
      return { from: firstDay(addMonths(month, -11)), to: today };
    case "all":
      return { from: first, to: last };
  }
}

/** By day, week or month: as asked, as far as the span allows it, else what suits the span. */
export function resolveInterval(range: UsageRange, asked: SeriesInterval | null): SeriesInterval {
  const days = daysBetween(range.from, range.to) + 1;
  if (days > MAX_DAYS_BY_DAY && asked !== "week") return "month";
  if (days > 7 * MAX_DAYS_BY_DAY) return "month";
  return asked ?? (days > DAYS_BY_DAY_UNASKED ? "month" : "day");
}
