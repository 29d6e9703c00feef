import { formatDate, formatShortMonth } from "./format";

/** Both days included: "1–23 Nov 2026", "28 Oct – 3 Nov 2026", "28 Dec 2025 – 3 Jan 2026", or one day alone. */
export function formatDateRange(from: string, to: string): string {
  if (from === to) return formatDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${formatDate(to)}`;
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${formatDayOfMonth(from)} – ${formatDate(to)}`
    : `${formatDate(from)} – ${formatDate(to)}`;
}

/** 2026-11-23 as "23 Nov", where the year is said already. */
export function formatDayOfMonth(date: string): string {
  return `${Number(date.slice(8))} ${formatShortMonth(date)}`;
}
