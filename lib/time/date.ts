/** Calendar dates as YYYY-MM-DD strings, in the proleptic Gregorian calendar, years 0001 to 9999. */

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a date. */
function epochDay(date: string): number {
  const day = new Date(0).setUTCFullYear(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
  return day / MS_PER_DAY;
}

export function dateOfEpochDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whether the text is a date that exists: 2026-02-29 is not one. */
export function isDate(text: string): boolean {
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && dateOfEpochDay(epochDay(text)) === text;
}

export function addDays(date: string, days: number): string {
  return dateOfEpochDay(epochDay(date) + days);
}

/** How many days it is from the first date to the second: negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** Every date from the first to the last, both included; none when the last is earlier. */
export function dateRange(first: string, last: string): string[] {
  const start = epochDay(first);
  const length = Math.max(0, epochDay(last) - start + 1);
  return Array.from({ length }, (_, index) => dateOfEpochDay(start + index));
}
