import "server-only";
import { createRowReader, RowCounter, type FileRow } from "@/lib/imports";
import { decodeText } from "./decode-text";
import { expandGzip } from "./expand-gzip";
import { readCompression, readEncoding, readLayout, type ImportRow } from "./import-row";
import { readParts } from "./read-part";

/** The rows of an uploaded file from its first to its last, a few at a time, however long the file is. */
export async function* fileRows(file: ImportRow): AsyncGenerator<FileRow[]> {
  const reader = createRowReader(readLayout(file));
  for await (const text of fileTexts(file)) yield reader.push(text);
  yield reader.end();
}

/** How many rows that will be. */
export async function countFileRows(file: ImportRow): Promise<number> {
  const counter = new RowCounter(readLayout(file));
  for await (const text of fileTexts(file)) counter.push(text);
  return counter.end();
}

function fileTexts(file: ImportRow): AsyncGenerator<string> {
  const parts = readParts(file.workspaceId, file);
  const bytes = readCompression(file) === "gzip" ? expandGzip(parts) : parts;
  return decodeText(bytes, readEncoding(file));
}
