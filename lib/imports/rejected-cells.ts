import { textCell } from "@/lib/reports";
import { CsvReader } from "./csv-reader";
import type { FileLayout } from "./file-row";
import { flattenJson } from "./flatten-json";
import { isFileOfRejects, isRejectColumn, withoutApostrophe } from "./reject-columns";

/** The columns of a file that a file of its rejected lines repeats. */
export function originalColumns({ columns }: FileLayout): string[] {
  return columns.filter((column) => !isRejectColumn(column));
}

/**
 * A rejected line as cells under these columns, safe to open in a spreadsheet. What cannot be told apart stands in the
 * first cell, and cells beyond the last column in that one, so that nothing of the line is lost.
 */
export function rejectedCells(layout: FileLayout, content: string): string[] {
  const cells =
    layout.format === "csv" ? csvCells(layout.delimiter, layout.columns, content) : jsonCells(content);
  const mended = isFileOfRejects(layout.columns) ? withoutApostrophe : (cell: string) => cell;
  return originalColumns(layout).map((column, index) => {
    const cell = cells === null ? (index === 0 ? content : "") : (cells.get(column) ?? "");
    return textCell(mended(cell));
  });
}

function csvCells(
  delimiter: string,
  columns: readonly string[],
  content: string,
): ReadonlyMap<string, string> | null {
  const reader = new CsvReader(delimiter);
  const [record] = [...reader.push(content), ...reader.end()];
  if (record === undefined || record.cells.length === 0) return null;
  const last = columns.length - 1;
  return new Map(
    columns.map((column, index) => [
      column,
      index === last ? record.cells.slice(last).join(delimiter) : (record.cells[index] ?? ""),
    ]),
  );
}

function jsonCells(content: string): ReadonlyMap<string, string> | null {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === "object" && value !== null ? flattenJson(value) : null;
  } catch {
    return null;
  }
}
