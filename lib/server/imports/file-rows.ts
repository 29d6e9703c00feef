import "server-only";
import { createRowReader, type FileRow } from "@/lib/imports";
import { decodeText } from "./decode-text";
import { readEncoding, readLayout, type ImportRow } from "./import-row";
import { readParts } from "./read-part";

/** The rows of an uploaded file from its first to its last, a few at a time, however long the file is. */
export async function* fileRows(file: ImportRow): AsyncGenerator<FileRow[]> {
  const reader = createRowReader(readLayout(file));
  for await (const text of decodeText(readParts(file.workspaceId, file), readEncoding(file))) {
    yield reader.push(text);
  }
  yield reader.end();
}
