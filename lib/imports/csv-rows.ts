import { CsvReader, type CsvRecord } from "./csv-reader";
import type { FileRow, RowReader } from "./file-row";

/** Rows of a delimited file whose first record names the columns. */
export class CsvRows implements RowReader {
  readonly #reader: CsvReader;
  #isHeaderRead = false;
  #endsInsideLine = false;

  constructor(
    delimiter: string,
    private readonly columns: readonly string[],
  ) {
    this.#reader = new CsvReader(delimiter);
  }

  push(text: string): FileRow[] {
    if (text !== "") this.#endsInsideLine = !text.endsWith("\n");
    return this.#rowsOf(this.#reader.push(text), false);
  }

  end(): FileRow[] {
    return this.#rowsOf(this.#reader.end(), this.#endsInsideLine);
  }

  #rowsOf(records: CsvRecord[], isCutOff: boolean): FileRow[] {
    const rows = this.#isHeaderRead ? records : records.slice(1);
    if (records.length > 0) this.#isHeaderRead = true;
    return rows.map((record, index) => this.#rowOf(record, isCutOff && index === rows.length - 1));
  }

  #rowOf({ line, cells, raw, problem }: CsvRecord, isCutOff: boolean): FileRow {
    const { columns } = this;
    if (problem !== null) {
      return { line, raw, cells: new Map(), problem: isCutOff ? `${problem}: the file ends here` : problem };
    }
    if (cells.length !== columns.length) {
      const counted = `The line has ${cells.length} cells, the header ${columns.length}`;
      return { line, raw, cells: new Map(), problem: isCutOff ? `${counted}: the file ends here` : counted };
    }
    const byColumn = new Map<string, string>();
    for (let index = 0; index < columns.length; index += 1) {
      byColumn.set(columns[index] ?? "", cells[index] ?? "");
    }
    return { line, raw, cells: byColumn, problem: null };
  }
}
