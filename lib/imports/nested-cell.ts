import { flattenJson } from "./flatten-json";

/** Reads the cell of one column of a row, undefined where the row has none. */
export type CellReader = (cells: ReadonlyMap<string, string>) => string | undefined;

/**
 * How a column is found in a row: under its own name, or else inside a cell that holds a JSON object, as gateways write
 * what they know of a request. `metadata.usage.output_tokens` is then a part of the cell `metadata`.
 */
export function createCellReader(column: string): CellReader {
  if (!column.includes(".")) return (cells) => cells.get(column);
  const parts = column.split(".");
  const splits = parts
    .slice(1)
    .map((_, index) => [parts.slice(0, index + 1).join("."), parts.slice(index + 1).join(".")] as const)
    .reverse();
  return (cells) => {
    const own = cells.get(column);
    if (own !== undefined) return own;
    for (const [outer, inner] of splits) {
      const cell = cells.get(outer);
      if (cell !== undefined) return membersOf(cell).get(inner);
    }
    return undefined;
  };
}

/** Whether a file with these columns may have this one, be it inside another. */
export function mayHaveColumn(columns: ReadonlySet<string>, column: string): boolean {
  for (let name = column; ;) {
    if (columns.has(name)) return true;
    const dot = name.lastIndexOf(".");
    if (dot < 0) return false;
    name = name.slice(0, dot);
  }
}

const NONE: ReadonlyMap<string, string> = new Map();

// The columns of a row are read one after another, and several of them out of the same cell.
const MAX_KEPT = 8;
const kept = new Map<string, ReadonlyMap<string, string>>();

/** The members of a cell that holds a JSON object, nested ones joined by dots; none where it holds anything else. */
export function membersOf(cell: string): ReadonlyMap<string, string> {
  if (!cell.trimStart().startsWith("{")) return NONE;
  const known = kept.get(cell);
  if (known !== undefined) return known;
  let members = NONE;
  try {
    members = flattenJson(JSON.parse(cell) as object);
  } catch {
    // A text that only begins like an object has no members.
  }
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= MAX_KEPT) kept.delete(oldest);
  kept.set(cell, members);
  return members;
}
