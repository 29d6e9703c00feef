import { CsvReader } from "./csv-reader";
import { CsvRows } from "./csv-rows";
import type { FileLayout, RowReader } from "./file-row";
import { JsonLines } from "./json-lines";
import { JsonRows } from "./json-rows";

export function createRowReader(layout: FileLayout): RowReader {
  return layout.format === "csv" ? new CsvRows(layout.delimiter, layout.columns) : new JsonRows();
}

/** Tells how many rows a file has that comes in pieces of any length, without making cells of them. */
export class RowCounter {
  readonly #records: { push(text: string): readonly unknown[]; end(): readonly unknown[] };
  readonly #headers: number;
  #count = 0;

  constructor(layout: FileLayout) {
    this.#records = layout.format === "csv" ? new CsvReader(layout.delimiter) : new JsonLines();
    this.#headers = layout.format === "csv" ? 1 : 0;
  }

  push(text: string): void {
    this.#count += this.#records.push(text).length;
  }

  end(): number {
    this.#count += this.#records.end().length;
    return Math.max(0, this.#count - this.#headers);
  }
}
