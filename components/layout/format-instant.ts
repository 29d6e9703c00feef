import { formatDate } from "@/lib/time";

/** The wall clock of a time zone at an instant. */
export function localClock(instant: string | number, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return {
    date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

/** 23 Nov 2026, 14:05 */
export function formatInstant(instant: string | number, timeZone: string): string {
  const { date, time } = localClock(instant, timeZone);
  return `${formatDate(date)}, ${time}`;
}
