const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function monthName(month: string): string {
  return MONTHS[Number(month.slice(5, 7)) - 1] ?? month;
}

/** 2026-11-23 as "23 Nov 2026". */
export function formatDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${formatShortMonth(date)} ${date.slice(0, 4)}`;
}

/** 2026-11 as "November 2026". */
export function formatMonth(month: string): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

/** 2026-11 as "Nov". */
export function formatShortMonth(month: string): string {
  return monthName(month).slice(0, 3);
}
