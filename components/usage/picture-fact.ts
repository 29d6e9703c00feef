import { sizeWord } from "@/components/layout/call-words";

/** A size or quality with where it is known from, wherever that is not simply what was asked for. */
export function pictureFact(
  known: string | null,
  requested: string | null,
  returned: string | null,
): string | null {
  if (known === null) return null;
  if (known === "auto") return "auto, and nothing says what was made";
  const word = sizeWord(known);
  if (known === requested) return word;
  const from = returned === null ? "by the tokens put out" : "as returned";
  return `${word}, ${from}${requested === null ? "" : `; ${sizeWord(requested)} was asked for`}`;
}
