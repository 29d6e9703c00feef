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
  const members = value as Record<string, JsonValue>;
  for (const key of Object.keys(members)) {
    const member = members[key] ?? null;
    if (member === null) continue;
    const path = prefix + key;
    if (typeof member !== "object") cells.set(path, String(member));
    else if (Array.isArray(member) || depth === 1) cells.set(path, JSON.stringify(member));
    else collect(member, `${path}.`, depth - 1, cells);
  }
}
