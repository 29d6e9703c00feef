import { sizeWord } from "@/components/layout/call-words";
import type { LoggedCall } from "@/lib/contracts/calls";

/** A size or quality with where it is known from, wherever that is not simply what was asked for. */
export function pictureFact(
  { pictureBasis }: Pick<LoggedCall, "pictureBasis">,
  known: string | null,
  requested: string | null,
  returned: string | null,
): string | null {
  if (known === null) return null;
  const word = sizeWord(known);
  if (known === "auto") return "auto, and nothing says what was made";
  if (returned !== null) return known === requested ? word : `${word}, as returned${askedFor(requested)}`;
  if (known === requested) return word;
  return pictureBasis === "tokens" ? `${word}, by the tokens put out${askedFor(requested)}` : word;
}

function askedFor(requested: string | null): string {
  return requested === null ? "" : `; ${sizeWord(requested)} was asked for`;
}
