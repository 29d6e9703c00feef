import { CsvRows } from "./csv-rows";
import type { FileLayout, RowReader } from "./file-row";
import { JsonRows } from "./json-rows";

export function createRowReader(layout: FileLayout): RowReader {
  return layout.format === "csv" ? new CsvRows(layout.delimiter, layout.columns) : new JsonRows();
}
