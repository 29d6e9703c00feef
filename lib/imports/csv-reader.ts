import { KEPT_LENGTH, MAX_RECORD_LENGTH, TOO_LONG } from "./file-row";
import { readQuotedRecord } from "./quoted-record";

export interface CsvRecord {
  line: number;
  cells: string[];
  raw: string;
  problem: string | null;
}

const NEVER_CLOSED = "A quotation mark opens a cell in this line and is never closed";

/**
 * Splits delimited text into records as RFC 4180 has it: cells in quotation marks may hold delimiters, line breaks and
 * doubled quotation marks; lines end in LF or CRLF. What cannot be read costs its own line only: after a quotation
 * mark that is never closed, reading goes on with the next line.
 */
export class CsvReader {
  #text = "";
  #line = 1;
  #isInsideOverlongLine = false;

  constructor(private readonly delimiter: string) {}

  push(text: string): CsvRecord[] {
    this.#text += text;
    return this.#drain(false);
  }

  end(): CsvRecord[] {
    return this.#drain(true);
  }

  #drain(isEnd: boolean): CsvRecord[] {
    const text = this.#text;
    const records: CsvRecord[] = [];
    let start = this.#isInsideOverlongLine ? this.#leaveOverlongLine(text) : 0;

    while (start < text.length) {
      const newline = text.indexOf("\n", start);
      if (newline < 0 && !isEnd) {
        if (text.length - start <= MAX_RECORD_LENGTH) break;
        records.push(this.#unreadable(text.slice(start, start + KEPT_LENGTH), TOO_LONG));
        this.#isInsideOverlongLine = true;
        start = text.length;
        break;
      }

      const lineEnd = newline < 0 ? text.length : newline;
      const line = withoutCarriageReturn(text.slice(start, lineEnd));
      if (line.length > MAX_RECORD_LENGTH) {
        records.push(this.#unreadable(line.slice(0, KEPT_LENGTH), TOO_LONG));
      } else if (line.includes('"')) {
        const quoted = readQuotedRecord(text, start, this.delimiter, isEnd);
        if (quoted !== null && quoted.end - start <= MAX_RECORD_LENGTH) {
          const raw = withoutCarriageReturn(text.slice(start, quoted.end));
          records.push({ line: this.#line, cells: quoted.cells, raw, problem: quoted.problem });
          this.#line += quoted.lineBreaks + 1;
          start = quoted.end + 1;
          continue;
        }
        if (quoted === null && !isEnd && text.length - start <= MAX_RECORD_LENGTH) break;
        records.push(this.#unreadable(line, NEVER_CLOSED));
      } else if (line !== "") {
        records.push({ line: this.#line, cells: line.split(this.delimiter), raw: line, problem: null });
      }
      this.#line += 1;
      start = lineEnd + 1;
    }
    this.#text = text.slice(start);
    return records;
  }

  #leaveOverlongLine(text: string): number {
    const newline = text.indexOf("\n");
    if (newline < 0) return text.length;
    this.#isInsideOverlongLine = false;
    this.#line += 1;
    return newline + 1;
  }

  #unreadable(raw: string, problem: string): CsvRecord {
    return { line: this.#line, cells: [], raw, problem };
  }
}

function withoutCarriageReturn(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}
