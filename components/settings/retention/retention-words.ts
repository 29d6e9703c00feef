import { addDays, formatDate, formatMonth } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import type { CallDrop, Retention, RetentionPreview } from "@/lib/contracts/retention";

export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** "12,345 calls since 28 Nov 2025" */
export function keptWords({ calls, firstDate }: Retention): string {
  return firstDate === null ? "None" : `${counted(calls, "call")} since ${formatDate(firstDate)}`;
}

/** "34,567 calls, through 27 Nov 2025", or without the day while some before it are still there. */
export function droppedWords({ callsDropped, keptFrom, drop }: Retention): string {
  if (callsDropped === 0 || keptFrom === null) return "None";
  if (drop?.finishedAt === null) return counted(callsDropped, "call");
  return `${counted(callsDropped, "call")}, through ${formatDate(addDays(keptFrom, -1))}`;
}

export function followingWords({ keptMonths }: Retention): string {
  return keptMonths === null
    ? "Stay until somebody drops them"
    : `Go once they are ${counted(keptMonths, "month")} old`;
}

/** How the latest dropping stands, in one sentence. */
export function dropSentence({
  status,
  isAutomatic,
  from,
  through,
  calls,
  callsDropped,
  doneThrough,
}: CallDrop) {
  const so = `${callsDropped.toLocaleString("en-US")} of ${counted(calls, "call")}`;
  switch (status) {
    case "running":
      return `${so} dropped`;
    case "stopping":
      return `${so} dropped. It ends with the day at hand`;
    case "stopped":
      return doneThrough === null
        ? "Stopped before a call was dropped"
        : `Stopped with ${so} dropped, ${formatDateRange(from, doneThrough)}`;
    case "done":
      return `${counted(callsDropped, "call")} of ${formatDateRange(from, through)} ${isAutomatic ? "followed" : "dropped"}`;
  }
}

/** What cannot be done with the calls of a preview once they are gone. */
export function consequences(
  { keptFrom, unpricedCalls, openMonths }: RetentionPreview,
  timeZone: string,
): string[] {
  const [first] = openMonths;
  const months =
    first === undefined
      ? ""
      : openMonths.length === 1
        ? ` ${formatMonth(first)} is not closed.`
        : ` ${openMonths.length} of these months are not closed, the first is ${formatMonth(first)}.`;
  return [
    `They cannot be listed, opened, taken back with their import or priced anew.${months}`,
    ...(unpricedCalls > 0
      ? [
          `${counted(unpricedCalls, "call")} without a price ${unpricedCalls === 1 ? "stays" : "stay"} so for good.`,
        ]
      : []),
    `Calls that are logged later for a day before ${formatDate(keptFrom)} are refused: they could count twice.`,
    `The time zone stays ${timeZone}.`,
  ];
}
