import { ItemProblem } from "./page-reading";

/** Reading JSON that somebody else wrote: what is absent is null, and what has another type than documented is a problem. */

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function requireObject(value: unknown, what: string): JsonObject {
  if (!isObject(value)) throw new ItemProblem(`${what} is not an object`);
  return value;
}

export function textOf(object: JsonObject, name: string): string | null {
  const value = object[name];
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") throw new ItemProblem(`${name} is not a text`);
  return value;
}

export function requireText(object: JsonObject, name: string): string {
  const text = textOf(object, name);
  if (text === null) throw new ItemProblem(`${name} is missing`);
  return text;
}

/** A count; null where there is none. */
export function countOf(object: JsonObject, name: string): number | null {
  const value = object[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new ItemProblem(`${name} is not a count`);
  }
  return value;
}

export function requireCount(object: JsonObject, name: string): number {
  const count = countOf(object, name);
  if (count === null) throw new ItemProblem(`${name} is missing`);
  return count;
}

/** An object under the name, also where it was stored as JSON text; null where there is none that can be read. */
export function innerObject(object: JsonObject, name: string): JsonObject | null {
  const value = object[name];
  if (isObject(value)) return value;
  if (typeof value !== "string") return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
