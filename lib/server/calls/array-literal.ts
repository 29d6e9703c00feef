import "server-only";

type Element = string | number | boolean | null | undefined;

/**
 * A list as PostgreSQL writes an array. PostgreSQL reads this several times faster than the same values as JSON, and
 * the list arrives as one parameter however long it is.
 */
export function arrayLiteral(elements: readonly Element[]): string {
  let literal = "{";
  let separator = "";
  // Most columns of a log say the same line after line.
  let last: Element = null;
  let written = "NULL";
  for (const element of elements) {
    if (element !== last) {
      written = write(element);
      last = element;
    }
    literal += separator + written;
    separator = ",";
  }
  return `${literal}}`;
}

function write(element: Element): string {
  if (element == null) return "NULL";
  if (typeof element !== "string") return String(element);
  return /["\\]/.test(element) ? `"${element.replaceAll(/["\\]/g, "\\$&")}"` : `"${element}"`;
}
