import type { NanoUsd } from "@/lib/money";

/** What one calendar day cost, or is expected to cost. */
export interface DayAmount {
  /** YYYY-MM-DD. */
  date: string;
  costNanoUsd: NanoUsd;
}

/** A day of the log. */
export interface LoggedDay extends DayAmount {
  /** Calls of the day whose cost is not known, and so not in its amount. */
  unpricedCalls: number;
}

/** Whether an amount of nothing stands for calls whose cost is not known, which is not the same as free. */
export function isUnknown(days: readonly LoggedDay[]): boolean {
  return days.every(({ costNanoUsd }) => costNanoUsd === 0n) && countUnpriced(days) > 0;
}

export function countUnpriced(days: readonly LoggedDay[]): number {
  return days.reduce((sum, { unpricedCalls }) => sum + unpricedCalls, 0);
}
