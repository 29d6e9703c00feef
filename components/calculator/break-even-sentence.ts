import type { BreakEven } from "@/lib/calculator";

const WORDS = { a: "dearer", b: "cheaper", neither: "the same" } as const;

/** How an option compares with the request itself over all volumes, in a sentence. */
export function breakEvenSentence(points: readonly BreakEven[]): string {
  const [first, ...changes] = points;
  if (!first) return "";
  if (changes.length === 0) {
    return first.cheaper === "neither"
      ? "Costs the same at any volume."
      : `${capitalised(WORDS[first.cheaper])} at any volume.`;
  }
  const parts = changes.map(({ fromRequests, cheaper }, index) => {
    const volume = fromRequests.toLocaleString("en-US");
    const next = changes[index + 1];
    const isOnePoint = cheaper === "neither" && next && next.fromRequests === fromRequests + 1n;
    return isOnePoint ? `the same at ${volume}` : `${WORDS[cheaper]} from ${volume}`;
  });
  return `Break-even: ${parts.join(", ")} calls a month.`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
