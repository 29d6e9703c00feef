import "server-only";
import { createRowReader, type FileRow } from "@/lib/imports";
import { decodeText } from "./decode-text";
import { expandGzip } from "./expand-gzip";
import { readCompression, readEncoding, readLayout, type ImportRow } from "./import-row";
import { readParts } from "./read-part";

/** The rows of an uploaded file from its first to its last, a few at a time, however long the file is. */
export async function* fileRows(file: ImportRow): AsyncGenerator<FileRow[]> {
  const reader = createRowReader(readLayout(file));
  const parts = readParts(file.workspaceId, file);
  const bytes = readCompression(file) === "gzip" ? expandGzip(parts) : parts;
  for await (const text of decodeText(bytes, readEncoding(file))) {
    yield reader.push(text);
  }
  yield reader.end();
}
