import { addDays, addMonths, daysInMonth, monthOf, monthRange } from "@/lib/time";

/** The part of a calendar month that lies inside a stage. */
export interface StageMonth {
  month: string;
  /** The first day of the stage in this month, on which its prices are looked up. */
  firstDay: string;
  daysInside: number;
  daysInMonth: number;
}

function dayOfMonth(date: string): number {
  return Number(date.slice(8, 10));
}

/**
 * The last day of a stage: the day before its start comes round again so many months later. A start on a day which
 * that later month does not have comes round on the month's last day.
 */
export function lastDayOfStage(startsOn: string, lengthMonths: number): string {
  const month = addMonths(monthOf(startsOn), lengthMonths);
  const day = Math.min(dayOfMonth(startsOn), daysInMonth(month));
  return addDays(`${month}-${String(day).padStart(2, "0")}`, -1);
}

/** Every calendar month that a stage touches, one more than its length unless it starts on the first of a month. */
export function stageMonths(startsOn: string, lengthMonths: number): StageMonth[] {
  const endsOn = lastDayOfStage(startsOn, lengthMonths);
  return monthRange(monthOf(startsOn), monthOf(endsOn)).map((month) => {
    const days = daysInMonth(month);
    const isFirst = month === monthOf(startsOn);
    const from = isFirst ? dayOfMonth(startsOn) : 1;
    const to = month === monthOf(endsOn) ? dayOfMonth(endsOn) : days;
    return {
      month,
      firstDay: isFirst ? startsOn : `${month}-01`,
      daysInside: to - from + 1,
      daysInMonth: days,
    };
  });
}
