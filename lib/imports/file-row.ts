/** One record of a file, as it stands there. */
export interface FileRow {
  /** The line on which the record begins; the first line of the file is 1. */
  line: number;
  /** By column. Empty where the row could not be read. */
  cells: ReadonlyMap<string, string>;
  /** The record as it was written, for whoever has to mend it. */
  raw: string;
  /** Why the record could not be read, in plain words; null when it could. */
  problem: string | null;
}

/** Takes a file's text in pieces of any length and gives its rows in order. Blank lines are no rows. */
export interface RowReader {
  push(text: string): FileRow[];
  /** The rows that only the end of the file completes. */
  end(): FileRow[];
}

/** How a file is laid out: found once, before the import, so that every reading of it gives the same rows. */
export type FileLayout =
  | { format: "csv"; delimiter: string; columns: readonly string[] }
  | { format: "jsonl"; columns: readonly string[] };

/** Longer than any log line without a picture in it; without a limit one stray quotation mark would swallow the file. */
export const MAX_RECORD_LENGTH = 1024 * 1024;

/** How much of an overlong record is kept to recognise it by. */
export const KEPT_LENGTH = 1000;

export const TOO_LONG = "The line is longer than a million characters";
