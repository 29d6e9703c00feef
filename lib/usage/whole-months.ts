import { addDays, addMonths, firstDay, lastDay, monthOf } from "@/lib/time";

/** Days from the first to the last, both included; an end that is left out is open. */
export interface DaySpan {
  from?: string | undefined;
  to?: string | undefined;
}

/** A span as the whole months in it, by their first and last days, and the days before and after them. */
export function wholeMonths(span: DaySpan): { months: DaySpan | null; days: DaySpan[] } {
  const { from, to } = span;
  const first = from === undefined || from === firstDay(monthOf(from)) ? from : nextMonth(from);
  const last = to === undefined || to === lastDay(monthOf(to)) ? to : addDays(firstDay(monthOf(to)), -1);
  if (first !== undefined && last !== undefined && first > last) return { months: null, days: [span] };
  return {
    months: { from: first, to: last },
    days: [
      ...(first === from || first === undefined ? [] : [{ from, to: addDays(first, -1) }]),
      ...(last === to || last === undefined ? [] : [{ from: addDays(last, 1), to }]),
    ],
  };
}

function nextMonth(date: string): string {
  return firstDay(addMonths(monthOf(date), 1));
}
