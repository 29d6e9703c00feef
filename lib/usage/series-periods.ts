import {
  addDays,
  addMonths,
  dateRange,
  daysBetween,
  firstDay,
  lastDay,
  monthOf,
  monthRange,
  monthsBetween,
} from "@/lib/time";

export type SeriesInterval = "day" | "week" | "month";

/** One place on the time axis, with the days of the span that fall into it. */
export interface SeriesPeriod {
  /** The day, the Monday of the week (both YYYY-MM-DD), or the month (YYYY-MM). */
  key: string;
  from: string;
  to: string;
  /** The span begins or ends within it, so that it is not a whole week or month. */
  isPartial: boolean;
}

const A_MONDAY = "1970-01-05";

/** The Monday of the week that a date is in. */
export function mondayOf(date: string): string {
  const days = daysBetween(A_MONDAY, date) % 7;
  return addDays(date, -(days < 0 ? days + 7 : days));
}

/** The days, weeks or months of a span, both ends included, in order. Weeks begin on Monday. */
export function seriesPeriods(from: string, to: string, interval: SeriesInterval): SeriesPeriod[] {
  if (from > to) return [];
  switch (interval) {
    case "day":
      return dateRange(from, to).map((key) => ({ key, from: key, to: key, isPartial: false }));
    case "week": {
      const first = mondayOf(from);
      const count = daysBetween(first, mondayOf(to)) / 7 + 1;
      return Array.from({ length: count }, (_, index) => addDays(first, 7 * index)).map((key) =>
        within(key, { from: key, to: addDays(key, 6) }, { from, to }),
      );
    }
    case "month":
      return monthRange(monthOf(from), monthOf(to)).map((key) =>
        within(key, { from: firstDay(key), to: lastDay(key) }, { from, to }),
      );
  }
}

interface Days {
  from: string;
  to: string;
}

function within(key: string, whole: Days, span: Days): SeriesPeriod {
  const from = whole.from > span.from ? whole.from : span.from;
  const to = whole.to < span.to ? whole.to : span.to;
  return { key, from, to, isPartial: from !== whole.from || to !== whole.to };
}

/** The span before another, and how far its days lie before those that they are compared with. */
export interface PreviousSpan extends Days {
  shift: { days: number } | { months: number };
}

/**
 * What a span is compared with: as many days right before it, so that each day stands beside the one as many days
 * earlier. Whole months that are shown by month are compared with as many months, although those may have more or
 * fewer days.
 */
export function previousSpan({ from, to }: Days, interval: SeriesInterval): PreviousSpan {
  const isWholeMonths = from === firstDay(monthOf(from)) && to === lastDay(monthOf(to));
  if (interval === "month" && isWholeMonths) {
    const months = monthsBetween(monthOf(from), monthOf(to)) + 1;
    return { from: firstDay(addMonths(monthOf(from), -months)), to: addDays(from, -1), shift: { months } };
  }
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1), shift: { days } };
}
