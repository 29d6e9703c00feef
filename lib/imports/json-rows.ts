import { KEPT_LENGTH, TOO_LONG, type FileRow, type RowReader } from "./file-row";
import { flattenJson } from "./flatten-json";
import { JsonLines, type JsonLine } from "./json-lines";

/** Rows of a file with one JSON object on each line. */
export class JsonRows implements RowReader {
  readonly #lines = new JsonLines();

  push(text: string): FileRow[] {
    return this.#lines.push(text).map(readLine);
  }

  end(): FileRow[] {
    return this.#lines.end().map(readLine);
  }
}

function readLine({ line, raw, isTooLong, isLast }: JsonLine): FileRow {
  if (isTooLong) return unreadable(line, raw, TOO_LONG);
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return unreadable(
      line,
      raw,
      isLast ? "The line is not valid JSON. The file ends here" : "The line is not valid JSON",
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
