/** The text of a box; null where it is empty. */
export function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** Not a number where the text is none, which the contract then refuses. */
export function wholeOf(text: string): number {
  return text.trim() === "" ? NaN : Number(text.replaceAll(",", ""));
}
