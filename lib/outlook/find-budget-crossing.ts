import type { DayAmount } from "./day-amount";

/**
 * The first day, of days in order, on which their running sum is more than the budget; null where it never is.
 * Spending a budget to the last nano-dollar keeps it.
 */
export function findBudgetCrossing(days: readonly DayAmount[], budgetNanoUsd: bigint): string | null {
  let sum = 0n;
  for (const { date, costNanoUsd } of days) {
    sum += costNanoUsd;
    if (sum > budgetNanoUsd) return date;
  }
  return null;
}
