export interface QuotedRecord {
  cells: string[];
  problem: string | null;
  /** Where the line break that ends the record stands, or the end of the text. */
  end: number;
  /** Line breaks inside the record's cells. */
  lineBreaks: number;
}

const TEXT_AFTER_QUOTE =
  "Text follows a closing quotation mark; inside a cell a quotation mark must be doubled";

/**
 * Reads the one record that begins at `start` and has quotation marks in it. Null when the text ends before the record
 * does, be it that more text is to come or that a quotation mark is never closed.
 */
export function readQuotedRecord(
  text: string,
  start: number,
  delimiter: string,
  isEnd: boolean,
): QuotedRecord | null {
  const cells: string[] = [];
  let problem: string | null = null;
  let lineBreaks = 0;
  let position = start;

  for (;;) {
    let cell = "";
    const isQuoted = text[position] === '"';
    if (isQuoted) {
      const quoted = readQuotedCell(text, position);
      if (quoted === null || (quoted.end >= text.length && !isEnd)) return null;
      lineBreaks += countLineBreaks(quoted.cell);
      cell = quoted.cell;
      position = quoted.end;
    }
    // What is left up to the next delimiter or line break: the whole of a plain cell, nothing after a quoted one.
    const stop = endOfPlainText(text, position, delimiter);
    if (stop < 0 && !isEnd) return null;
    const end = stop < 0 ? text.length : stop;
    const isLast = text[end] !== delimiter;
    const plain = text.slice(position, isLast && text[end - 1] === "\r" && end > position ? end - 1 : end);
    if (isQuoted && plain !== "") problem ??= TEXT_AFTER_QUOTE;
    cells.push(cell + plain);
    if (isLast) return { cells, problem, end, lineBreaks };
    position = end + 1;
  }
}

/** The text between quotation marks, and where reading goes on after the closing one; null when there is none. */
function readQuotedCell(text: string, start: number): { cell: string; end: number } | null {
  let cell = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}

/** Where the next delimiter or line break stands; -1 when the text ends first. */
function endOfPlainText(text: string, start: number, delimiter: string): number {
  const newline = text.indexOf("\n", start);
  const next = text.indexOf(delimiter, start);
  return next < 0 || (newline >= 0 && newline < next) ? newline : next;
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
