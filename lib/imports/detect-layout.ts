import { CsvReader } from "./csv-reader";
import type { FileLayout } from "./file-row";
import { JsonRows } from "./json-rows";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Enough to tell delimiters apart, and small enough to try them all. */
const SAMPLE_LENGTH = 64 * 1024;
const SAMPLE_RECORDS = 50;

/** More columns than any log has; a file with more was split by the wrong character. */
const MAX_COLUMNS = 500;
const MAX_COLUMN_NAME = 180;

/** How the beginning of a file is laid out; or why the file cannot be read, in plain words. */
export function detectLayout(beginning: string): FileLayout | { problem: string } {
  const text = beginning.trimStart();
  if (text === "") return { problem: "The file is empty" };
  if (text.startsWith("PK\u0003\u0004")) {
    return { problem: "This is a spreadsheet or an archive. Export the sheet as CSV and import that" };
  }
  if (text.startsWith("\u001f"))
    return { problem: "The file is compressed. Unpack it and import what is inside" };
  if (firstLine(text).includes("\u0000")) {
    return { problem: "The file is not text. If it is UTF-16 without a byte order mark, save it as UTF-8" };
  }
  if (text.startsWith("[")) {
    return { problem: "This is one JSON list. Write it as JSON lines, one object on each line" };
  }
  if (text.startsWith("{")) return jsonLayout(beginning);
  if (!beginning.includes("\n") && beginning.includes("\r")) {
    return { problem: "The lines end in a carriage return only. Save the file with LF or CRLF line ends" };
  }
  return csvLayout(beginning);
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}

function jsonLayout(beginning: string): FileLayout | { problem: string } {
  const columns = new Set<string>();
  const reader = new JsonRows();
  for (const { cells } of [...reader.push(beginning), ...reader.end()]) {
    for (const column of cells.keys()) if (isColumnName(column)) columns.add(column);
    if (columns.size > MAX_COLUMNS)
      return { problem: `The objects have more than ${MAX_COLUMNS} different keys` };
  }
  if (columns.size === 0) return { problem: "The lines begin like JSON objects and cannot be read as such" };
  return { format: "jsonl", columns: [...columns] };
}

/** Keys longer than any field's, or with half a character in them, are read past. */
function isColumnName(key: string): boolean {
  return key !== "" && key.length <= MAX_COLUMN_NAME && !/\p{Surrogate}|\0/u.test(key);
}

function csvLayout(beginning: string): FileLayout | { problem: string } {
  const sample = beginning.slice(0, SAMPLE_LENGTH);
  const isWhole = beginning.length <= SAMPLE_LENGTH;
  const tried = DELIMITERS.map((delimiter) => tryDelimiter(delimiter, sample, isWhole));
  const [best] = tried.sort((a, b) => b.score - a.score);
  if (best === undefined || best.header.length === 0) return { problem: "The file has no header line" };
  if (best.header.length > MAX_COLUMNS)
    return { problem: `The header names more than ${MAX_COLUMNS} columns` };
  return { format: "csv", delimiter: best.delimiter, columns: columnNames(best.header) };
}

interface Trial {
  delimiter: string;
  header: string[];
  score: number;
}

/** The right delimiter splits the header, and the lines into as many cells. */
function tryDelimiter(delimiter: string, sample: string, isWhole: boolean): Trial {
  const reader = new CsvReader(delimiter);
  const records = reader.push(sample).slice(0, SAMPLE_RECORDS);
  if (records.length < SAMPLE_RECORDS && isWhole) records.push(...reader.end());
  const header = records[0]?.cells ?? [];
  const others = records.slice(1);
  const alike = others.filter(({ cells }) => cells.length === header.length).length;
  const share = others.length === 0 ? 1 : alike / others.length;
  return { delimiter, header, score: header.length > 1 ? share + header.length / 10_000 : 0 };
}

/** Columns without a name get their number, and a name that comes again gets a number too. */
function columnNames(header: readonly string[]): string[] {
  const names = new Set<string>();
  header.forEach((cell, index) => {
    const wanted = cell.trim().slice(0, MAX_COLUMN_NAME) || `column ${index + 1}`;
    let name = wanted;
    for (let count = 2; names.has(name); count += 1) name = `${wanted} (${count})`;
    names.add(name);
  });
  return [...names];
}
