import { formatDate, formatMonth, formatShortMonth } from "@/lib/time";

/** One place on the time axis, a day (YYYY-MM-DD) or a month (YYYY-MM). */
export interface AxisPeriod {
  key: string;
  /** Under the axis. */
  label: string;
  /** In tooltips and tables. */
  longLabel: string;
}

export interface AxisLabel {
  index: number;
  text: string;
}

/** A stretch of the axis that shares a line below the labels: a year under months, a month under days. */
export interface AxisGroup {
  text: string;
  first: number;
  last: number;
}

const isMonthKey = (key: string) => key.length === 7;

export function preparePeriods(keys: readonly string[]): AxisPeriod[] {
  return keys.map((key) =>
    isMonthKey(key)
      ? { key, label: formatShortMonth(key), longLabel: formatMonth(key) }
      : { key, label: String(Number(key.slice(8))), longLabel: formatDate(key) },
  );
}

// The room that a label takes with its breath, and the length from which days are too many to be numbered.
const MONTH_WIDTH = 30;
const DAY_WIDTH = 22;
const MAX_NUMBERED_DAYS = 92;

/** Labels that fit side by side: every one, or every second, seventh … as the width of one period demands. */
export function prepareAxisLabels(periods: readonly AxisPeriod[], periodWidth: number): AxisLabel[] {
  const [first] = periods;
  if (!first || (!isMonthKey(first.key) && periods.length > MAX_NUMBERED_DAYS)) return [];
  const needed = isMonthKey(first.key) ? MONTH_WIDTH : DAY_WIDTH;
  const step = [1, 2, 3, 6, 7, 14].find((candidate) => candidate * periodWidth >= needed);
  if (step === undefined) return [];
  return periods.flatMap((period, index) => (index % step === 0 ? [{ index, text: period.label }] : []));
}

/** Years under months, months under days, as far as their names fit side by side. */
export function prepareAxisGroups(periods: readonly AxisPeriod[], periodWidth: number): AxisGroup[] {
  const groups: AxisGroup[] = [];
  periods.forEach((period, index) => {
    const text = isMonthKey(period.key) ? period.key.slice(0, 4) : formatShortMonth(period.key);
    const current = groups[groups.length - 1];
    if (current && current.text === text) current.last = index;
    else groups.push({ text, first: index, last: index });
  });
  let lastMiddle = -Infinity;
  return groups.filter(({ first, last }) => {
    const middle = (first + last) / 2;
    const fits =
      (middle - lastMiddle) * periodWidth >= MONTH_WIDTH &&
      (last - first + 1) * periodWidth >= MONTH_WIDTH / 2;
    if (fits) lastMiddle = middle;
    return fits;
  });
}
