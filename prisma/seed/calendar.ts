import { addMonths, daysInMonth } from "@/lib/time";
import type { RelativeDay } from "./world";

/** The date of a day that is counted from the current month. */
export function dateOf({ month, day }: RelativeDay, currentMonth: string): string {
  const target = addMonths(currentMonth, month);
  return `${target}-${String(Math.min(day, daysInMonth(target))).padStart(2, "0")}`;
}

/** The model in use on a date: gpt-image-2 from the first month after its release. */
export function imageModelOn(date: string): string {
  return date >= "2026-05-01" ? "gpt-image-2" : "gpt-image-1";
}
