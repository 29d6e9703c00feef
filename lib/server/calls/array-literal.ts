import "server-only";

type Element = string | number | boolean | null | undefined;

/**
 * A list as PostgreSQL writes an array. PostgreSQL reads this several times faster than the same values as JSON, and
 * the list arrives as one parameter however long it is.
 */
export function arrayLiteral(elements: readonly Element[]): string {
  let literal = "{";
  let separator = "";
  for (const element of elements) {
    literal +=
      separator +
      (element == null ? "NULL" : typeof element === "string" ? quoted(element) : String(element));
    separator = ",";
  }
  return `${literal}}`;
}

function quoted(text: string): string {
  return /["\\]/.test(text) ? `"${text.replaceAll(/["\\]/g, "\\$&")}"` : `"${text}"`;
}
