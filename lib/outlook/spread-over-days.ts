import { allocate, nanoUsd } from "@/lib/money";
import { dateRange, firstDay, lastDay } from "@/lib/time";
import type { DayAmount } from "./day-amount";

/**
 * A month's amount on the days of the month, evenly, such that the days sum to it exactly. Where it is for a stage
 * that begins or ends within the month, only the stage's days carry it; `from` and `to` are its first and last day.
 * A stage with no day in the month says nothing about where the amount falls, so the whole month carries it.
 */
export function spreadOverDays(input: {
  month: string;
  amountNanoUsd: bigint;
  from?: string | undefined;
  to?: string | undefined;
}): DayAmount[] {
  const { month, amountNanoUsd, from = firstDay(month), to = lastDay(month) } = input;
  const dates = dateRange(firstDay(month), lastDay(month));
  const inside = dates.map((date) => (from <= date && date <= to ? 1n : 0n));
  const weights = inside.includes(1n) ? inside : dates.map(() => 1n);
  const amounts = allocate(amountNanoUsd, weights);
  return dates.map((date, index) => ({ date, costNanoUsd: nanoUsd(amounts[index] ?? 0n) }));
}
