import { firstDay, lastDay, monthOf } from "@/lib/time";

/** `open` is the month that today is in. */
export type MonthState = "past" | "open" | "future";

export function monthState(month: string, today: string): MonthState {
  const current = monthOf(today);
  if (month === current) return "open";
  return month < current ? "past" : "future";
}

/** The days of a month that amounts are reported for: all of them, or those that have begun. */
export function reportedPeriod(month: string, today: string): { from: string; to: string } {
  return { from: firstDay(month), to: monthState(month, today) === "open" ? today : lastDay(month) };
}

/** The days of a month whose calls count: none of a month to come, though a clock that runs ahead may have logged some. */
export function loggedPeriod(month: string, today: string): { from: string; to: string } {
  const last = lastDay(month);
  return { from: firstDay(month), to: last < today ? last : today };
}
