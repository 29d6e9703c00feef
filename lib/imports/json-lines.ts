import { MAX_RECORD_LENGTH } from "./file-row";

/** A line of a file of JSON lines, not read yet. */
export interface JsonLine {
  line: number;
  /** Without blanks around it; of a line that is too long perhaps only its beginning. */
  raw: string;
  isTooLong: boolean;
  /** Whether the file ends with it, without a line break. */
  isLast: boolean;
}

/** Splits text that comes in pieces of any length into lines. Blank lines are left out. */
export class JsonLines {
  #text = "";
  #line = 1;
  #isInsideOverlongLine = false;

  push(text: string): JsonLine[] {
    this.#text += text;
    const lines: JsonLine[] = [];
    let start = 0;
    for (let newline = this.#text.indexOf("\n"); newline >= 0; newline = this.#text.indexOf("\n", start)) {
      this.#take(this.#text.slice(start, newline), false, lines);
      start = newline + 1;
      this.#line += 1;
    }
    this.#text = this.#text.slice(start);
    if (this.#text.length > MAX_RECORD_LENGTH) {
      if (!this.#isInsideOverlongLine) {
        lines.push({ line: this.#line, raw: this.#text, isTooLong: true, isLast: false });
      }
      this.#isInsideOverlongLine = true;
      this.#text = "";
    }
    return lines;
  }

  end(): JsonLine[] {
    const lines: JsonLine[] = [];
    this.#take(this.#text, true, lines);
    this.#text = "";
    return lines;
  }

  #take(text: string, isLast: boolean, lines: JsonLine[]): void {
    const wasReported = this.#isInsideOverlongLine;
    this.#isInsideOverlongLine = false;
    if (wasReported) return;
    const raw = text.trim();
    if (raw === "") return;
    lines.push({ line: this.#line, raw, isTooLong: raw.length > MAX_RECORD_LENGTH, isLast });
  }
}
