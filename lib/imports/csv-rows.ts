import { CsvReader, type CsvRecord } from "./csv-reader";
import type { FileRow, RowReader } from "./file-row";
import { isFileOfRejects, withoutApostrophe } from "./reject-columns";

/** Rows of a delimited file whose first record names the columns. */
export class CsvRows implements RowReader {
  readonly #reader: CsvReader;
  readonly #hasApostrophes: boolean;
  #isHeaderRead = false;
  #endsInsideLine = false;

  constructor(
    delimiter: string,
    private readonly columns: readonly string[],
  ) {
    this.#reader = new CsvReader(delimiter);
    this.#hasApostrophes = isFileOfRejects(columns);
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

  #rowOf({ line, cells, raw, problem: unreadable }: CsvRecord, isCutOff: boolean): FileRow {
    const { columns } = this;
    const miscounted =
      cells.length === columns.length
        ? null
        : `The line has ${cells.length} cells, the header ${columns.length}`;
    const problem = unreadable ?? miscounted;
    if (problem !== null) {
      return { line, raw, cells: new Map(), problem: isCutOff ? `${problem}. The file ends here` : problem };
    }
    const byColumn = new Map<string, string>();
    for (let index = 0; index < columns.length; index += 1) {
      const cell = cells[index] ?? "";
      byColumn.set(columns[index] ?? "", this.#hasApostrophes ? withoutApostrophe(cell) : cell);
    }
    return { line, raw, cells: byColumn, problem: null };
  }
}
