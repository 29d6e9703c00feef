/** Calendar months as YYYY-MM strings. */

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOfNumber(value: number): string {
  const year = Math.floor(value / 12);
  const month = value - year * 12 + 1;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

export function isMonth(text: string): boolean {
  return /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function addMonths(month: string, months: number): string {
  return monthOfNumber(monthNumber(month) + months);
}

/** How many months it is from the first month to the second: negative when the second is earlier. */
export function monthsBetween(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from);
}

export function daysInMonth(month: string): number {
  const year = Number(month.slice(0, 4));
  switch (Number(month.slice(5, 7))) {
    case 2:
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
  }
}

export function firstDay(month: string): string {
  return `${month}-01`;
}

export function lastDay(month: string): string {
  return `${month}-${daysInMonth(month)}`;
}

/** The same day of an earlier month; its last day where that month is too short: a month before 31 March is 28 February. */
export function dayMonthsBefore(date: string, months: number): string {
  const month = addMonths(monthOf(date), -months);
  const day = Math.min(Number(date.slice(8)), daysInMonth(month));
  return `${month}-${String(day).padStart(2, "0")}`;
}

/** Every month from the first to the last, both included; none when the last is earlier. */
export function monthRange(first: string, last: string): string[] {
  const start = monthNumber(first);
  const length = Math.max(0, monthNumber(last) - start + 1);
  return Array.from({ length }, (_, index) => monthOfNumber(start + index));
}
