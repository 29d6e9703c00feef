/** Deeper than any usage object; below it a value stays JSON text. */
const MAX_DEPTH = 4;

/**
 * A JSON object as cells: nested keys joined by dots, numbers and booleans as text, lists as JSON text, and null like
 * an absent key.
 */
export function flattenJson(value: object): Map<string, string> {
  const cells = new Map<string, string>();
  collect(value, "", MAX_DEPTH, cells);
  return cells;
}

type JsonValue = string | number | boolean | null | object;

function collect(value: object, prefix: string, depth: number, cells: Map<string, string>): void {
  for (const [key, member] of Object.entries(value) as [string, JsonValue][]) {
    const path = prefix + key;
    if (member === null) continue;
    if (typeof member !== "object") cells.set(path, String(member));
    else if (Array.isArray(member) || depth === 1) cells.set(path, JSON.stringify(member));
    else collect(member, `${path}.`, depth - 1, cells);
  }
}
