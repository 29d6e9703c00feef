import type { Repricing, RepricingSummary } from "@/lib/contracts/repricings";
import { daysBetween, formatDate } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";

export const STATUS_WORDS: Record<RepricingSummary["status"], string> = {
  trying: "Dry run under way",
  tried: "Dry run",
  applying: "Being applied",
  applied: "Applied",
  failed: "Stopped",
  cancelled: "Cancelled",
};

/** "1 Sep – 23 Nov 2026 · gpt-image-2 at wisgate · only unpriced calls" */
export function scopeWords({
  from,
  to,
  provider,
  model,
  onlyUnpriced,
}: Pick<RepricingSummary, "from" | "to" | "provider" | "model" | "onlyUnpriced">): string {
  const what = model === null ? (provider === null ? "all models" : `all models at ${provider}`) : model;
  const where = model !== null && provider !== null ? `${what} at ${provider}` : what;
  return [formatDateRange(from, to), where, ...(onlyUnpriced ? ["only unpriced calls"] : [])].join(" · ");
}

/** How much of the days is behind it, from 0 to 1. */
export function progressOf({
  from,
  to,
  doneThrough,
}: Pick<Repricing, "from" | "to" | "doneThrough">): number {
  if (doneThrough === null) return 0;
  return (daysBetween(from, doneThrough) + 1) / (daysBetween(from, to) + 1);
}

/** What came of it, in one sentence. */
export function outcomeSentence(repricing: Repricing): string {
  const { status, total, applied, doneThrough, appliedAt } = repricing;
  const done = calls(applied.total.callsChanged);
  const through = doneThrough === null ? "" : ` through ${formatDate(doneThrough)}`;
  switch (status) {
    case "trying":
      return "Trying it out. No call is changed by this.";
    case "tried":
      return triedSentence(total);
    case "applying":
      return `${done} changed so far.`;
    case "applied":
      return `${done} changed. What each was before is kept.`;
    case "failed":
    case "cancelled":
      return appliedAt === null || applied.total.callsChanged === 0
        ? "No call was changed."
        : `${done} changed${through}; these stay changed.`;
  }
}

function triedSentence({ callsRead, callsChanged }: RepricingSummary["total"]): string {
  if (callsRead === 0) return "There is no call to price.";
  if (callsChanged === 0)
    return `Nothing would change: ${calls(callsRead)} priced anew, with the same result.`;
  return `${callsChanged.toLocaleString("en-US")} of ${calls(callsRead)} would change.`;
}

function calls(count: number): string {
  return count === 1 ? "1 call" : `${count.toLocaleString("en-US")} calls`;
}
