import type { FileRow } from "./file-row";
import { isRejectColumn } from "./reject-columns";

/**
 * One text for the content of a row, by which a row without an id is known again: in this file, when the file is
 * imported again, and when its columns come in another order. What says why a row was rejected is not part of it. Each
 * cell's length stands before it, so that no two contents make one text.
 */
export function canonicalRow({ cells }: FileRow): string {
  let text = "";
  for (const column of [...cells.keys()].sort()) {
    const cell = cells.get(column) ?? "";
    if (cell !== "" && !isRejectColumn(column)) text += `${column}=${cell.length}:${cell};`;
  }
  return text;
}
