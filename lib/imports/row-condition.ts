import type { RowCondition } from "./mapping";
import { createCellReader } from "./nested-cell";

/**
 * Whether a row is one of those that the mapping reads: every condition holds. Capitals and blanks around a cell do not
 * matter, and a missing cell is an empty one.
 */
export function createRowFilter(
  conditions: readonly RowCondition[],
): (cells: ReadonlyMap<string, string>) => boolean {
  const tests = conditions.map(({ column, is, values }) => {
    const read = createCellReader(column);
    const wanted = values.map((value) => value.toLowerCase());
    const known = new Set(wanted);
    return (cells: ReadonlyMap<string, string>) => {
      const cell = (read(cells) ?? "").trim().toLowerCase();
      return is === "one_of" ? known.has(cell) : wanted.some((value) => cell.includes(value));
    };
  });
  return (cells) => tests.every((test) => test(cells));
}
