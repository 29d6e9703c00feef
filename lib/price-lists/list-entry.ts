import { RowProblem } from "./price-list";
import { shiftedPrice } from "./exact-decimal";

/** A JSON object of a list: its fields are of any type until they were looked at. */
export type ListEntry = Readonly<Record<string, unknown>>;

export function isEntry(value: unknown): value is ListEntry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a value is, in one word or two. */
export function typeWords(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `the text “${shown(value)}”`;
  return value === undefined ? "missing" : typeof value === "boolean" ? "true or false" : "a number";
}

/**
 * A price as the list states it. Null where it states none, and for zero: these lists write 0.0 where they know nothing,
 * so a zero is never read as free. Anything that is no number from zero on is a RowProblem that names the field.
 */
export function readPrice(value: unknown, field: string): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "number")
    throw new RowProblem(`“${field}” must be a number, and is ${typeWords(value)}`);
  if (!Number.isFinite(value) || value < 0)
    throw new RowProblem(`“${field}” must be a price from zero on, and is ${value}`);
  return value === 0 ? null : value;
}

/** The greatest price that a card can hold is below 100,000; whatever reaches it was written in another unit. */
export function inUnit(value: number | null, shift: number, unit: string): string | null {
  if (value === null) return null;
  const text = shiftedPrice(value, shift, unit);
  if ((text.split(".")[0] ?? "").length > 5)
    throw new RowProblem(
      `A price of ${text} ${unit} is beyond what a card can hold; the unit may be another one`,
    );
  return text;
}

const NOT_STORABLE = /\p{Control}|\p{Surrogate}/u;

/** A provider or model as logs carry it. */
export function readName(value: string, what: string): string {
  const name = value.trim();
  if (name === "" || name.length > 200 || NOT_STORABLE.test(name)) {
    throw new RowProblem(`Its ${what} is empty, too long, or holds characters that no name has`);
  }
  return name;
}

/** The name of a row as it can be shown and kept, whatever the list put there. */
export function shown(text: string): string {
  const clean = text.replace(/\p{Control}|\p{Surrogate}/gu, "\ufffd");
  return cut(clean, 120);
}

/** By characters, so that none is cut in half. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${[...text].slice(0, most - 1).join("")}…`;
}
