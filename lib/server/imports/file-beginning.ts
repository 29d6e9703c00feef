import "server-only";
import { IMPORT_PART_BYTES } from "@/lib/contracts/imports";
import { createRowReader, type Encoding, type FileLayout, type FileRow } from "@/lib/imports";
import { RequestError } from "@/lib/server/http/request-error";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { expandGzip, isGzip } from "./expand-gzip";
import { ImportFailure } from "./import-failure";
import type { ImportRow } from "./import-row";
import { partCount, readPart } from "./read-part";

/** How many rows people are shown before they start an import. */
export const SHOWN_ROWS = 20;

export interface FileBeginning {
  /** What is inside, where the file is compressed. */
  bytes: Uint8Array;
  /** Whether the file ends here too. */
  isWhole: boolean;
  /** These bytes and some more, to find the encoding from. */
  chunks: readonly Uint8Array[];
  compression: "gzip" | null;
}

/** Reads the first part of a file, or a few to find its encoding from. */
export async function readBeginning(
  tx: Transaction,
  workspaceId: string,
  row: ImportRow,
  parts = 1,
): Promise<FileBeginning> {
  const { id } = row;
  const stored: Uint8Array[] = [];
  for (let position = 0; position < Math.min(parts, partCount(row)); position += 1) {
    const part = await readPart(tx, workspaceId, id, position);
    if (part === null) throw new Error(`Part ${position} of import ${id} is missing.`);
    stored.push(part);
  }
  const [first = new Uint8Array()] = stored;
  if (!isGzip(first)) {
    return { bytes: first, isWhole: partCount(row) <= 1, chunks: stored, compression: null };
  }
  const { chunks, isWhole } = await expandBeginning(stored, stored.length === partCount(row));
  const bytes = Buffer.concat(chunks);
  return { bytes, isWhole, chunks: [bytes], compression: "gzip" };
}

/** The first bytes inside a compressed file, of which all parts or only the first ones are here. */
async function expandBeginning(
  stored: readonly Uint8Array[],
  isAll: boolean,
): Promise<{ chunks: Uint8Array[]; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of expandGzip(stored)) {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length >= IMPORT_PART_BYTES) return { chunks, isWhole: false };
    }
    return { chunks, isWhole: isAll };
  } catch (error) {
    // Where only the first parts are here, it is cut off by nature.
    if (!isAll && length > 0) return { chunks, isWhole: false };
    if (error instanceof ImportFailure) throw new RequestError("invalid_request", error.message);
    throw error;
  }
}

/** A character that is cut in two by the end of the beginning is left out. */
export function decodeBeginning({ bytes, isWhole }: FileBeginning, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
}

const PIECE_LENGTH = 64 * 1024;

/** The first rows, read exactly as the import will read them. */
export function firstRows(text: string, isWhole: boolean, layout: FileLayout, limit: number): FileRow[] {
  const reader = createRowReader(layout);
  const rows: FileRow[] = [];
  for (let start = 0; start < text.length && rows.length < limit; start += PIECE_LENGTH) {
    rows.push(...reader.push(text.slice(start, start + PIECE_LENGTH)));
  }
  if (isWhole && rows.length < limit) rows.push(...reader.end());
  return rows.slice(0, limit);
}
