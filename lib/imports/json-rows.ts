import { KEPT_LENGTH, MAX_RECORD_LENGTH, TOO_LONG, type FileRow, type RowReader } from "./file-row";
import { flattenJson } from "./flatten-json";

/** Rows of a file with one JSON object on each line. */
export class JsonRows implements RowReader {
  #text = "";
  #line = 1;
  #isInsideOverlongLine = false;

  push(text: string): FileRow[] {
    this.#text += text;
    const rows: FileRow[] = [];
    let start = 0;
    for (let newline = this.#text.indexOf("\n"); newline >= 0; newline = this.#text.indexOf("\n", start)) {
      this.#take(this.#text.slice(start, newline), false, rows);
      start = newline + 1;
      this.#line += 1;
    }
    this.#text = this.#text.slice(start);
    if (this.#text.length > MAX_RECORD_LENGTH) {
      if (!this.#isInsideOverlongLine) rows.push(unreadable(this.#line, this.#text, TOO_LONG));
      this.#isInsideOverlongLine = true;
      this.#text = "";
    }
    return rows;
  }

  end(): FileRow[] {
    const rows: FileRow[] = [];
    this.#take(this.#text, true, rows);
    this.#text = "";
    return rows;
  }

  #take(text: string, isCutOff: boolean, rows: FileRow[]): void {
    const wasReported = this.#isInsideOverlongLine;
    this.#isInsideOverlongLine = false;
    if (wasReported) return;
    const raw = text.trim();
    if (raw === "") return;
    rows.push(
      raw.length > MAX_RECORD_LENGTH
        ? unreadable(this.#line, raw, TOO_LONG)
        : readLine(this.#line, raw, isCutOff),
    );
  }
}

function readLine(line: number, raw: string, isCutOff: boolean): FileRow {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return unreadable(
      line,
      raw,
      isCutOff ? "The line is not valid JSON. The file ends here" : "The line is not valid JSON",
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return unreadable(line, raw, "The line is not a JSON object");
  }
  return { line, raw, cells: flattenJson(value), problem: null };
}

function unreadable(line: number, raw: string, problem: string): FileRow {
  return { line, raw: raw.slice(0, KEPT_LENGTH), cells: new Map(), problem };
}
