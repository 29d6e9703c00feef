import { daysBetween } from "@/lib/time";

const A_MONDAY = "2024-01-01";

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  const days = daysBetween(A_MONDAY, date);
  return (((days % 7) + 7) % 7) + 1;
}
