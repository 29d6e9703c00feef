import { divideHalfEven, nanoUsd, sumNanoUsd, type NanoUsd } from "@/lib/money";
import { addDays } from "@/lib/time";
import { isUnknown, type DayAmount, type LoggedDay } from "./day-amount";

/** How far a log reaches. */
export interface LogReach {
  /** The first day with a call. */
  firstDate: string;
  /** The last day that the log covers wholly. Days after it are not known to be quiet: they may be yet to arrive. */
  lastCompleteDate: string;
}

export interface Pace {
  from: string;
  to: string;
  days: number;
  totalNanoUsd: NanoUsd;
  meanNanoUsd: NanoUsd;
}

/** A log that ends longer ago than this tells nothing about the present. */
const STALE_AFTER_DAYS = 14;
const PACE_DAYS = [14, 7] as const;
/** How many days before today count at most. */
export const PACE_REACHES_BACK_DAYS = STALE_AFTER_DAYS + PACE_DAYS[0];

/**
 * Today is never complete. Where today has calls, every day before it is; where the log ends earlier, such as after
 * the last weekly import, it is complete up to its last day.
 */
export function findLogReach(dailyActuals: readonly DayAmount[], today: string): LogReach | null {
  let firstDate: string | null = null;
  let lastDate: string | null = null;
  for (const { date } of dailyActuals) {
    if (date > today) continue;
    if (firstDate === null || date < firstDate) firstDate = date;
    if (lastDate === null || date > lastDate) lastDate = date;
  }
  if (firstDate === null || lastDate === null) return null;
  return { firstDate, lastCompleteDate: lastDate === today ? addDays(today, -1) : lastDate };
}

/**
 * The mean day of the last two whole weeks that the log covers, or of the last whole week where it began later, or
 * null where it is younger still, ended long ago or has no known cost. Whole weeks, because most work pauses at the weekend: in them each
 * weekday counts alike. The mean and not the median, because the rest of the month has its quiet days and its nightly
 * batches too, and only the mean times the days gives their sum.
 */
export function findRecentPace(
  dailyActuals: readonly LoggedDay[],
  reach: LogReach | null,
  today: string,
): Pace | null {
  if (reach === null || reach.lastCompleteDate < addDays(today, -STALE_AFTER_DAYS)) return null;
  const to = reach.lastCompleteDate;
  const days = PACE_DAYS.find((length) => reach.firstDate <= addDays(to, 1 - length));
  if (days === undefined) return null;

  const from = addDays(to, 1 - days);
  const recent = dailyActuals.filter(({ date }) => from <= date && date <= to);
  if (isUnknown(recent)) return null;
  const totalNanoUsd = sumNanoUsd(recent.map(({ costNanoUsd }) => costNanoUsd));
  return { from, to, days, totalNanoUsd, meanNanoUsd: nanoUsd(divideHalfEven(totalNanoUsd, BigInt(days))) };
}
