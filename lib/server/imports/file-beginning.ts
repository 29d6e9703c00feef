import "server-only";
import { createRowReader, type Encoding, type FileLayout, type FileRow } from "@/lib/imports";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { ImportRow } from "./import-row";
import { readPart } from "./read-part";

/** How many rows people are shown before they start an import. */
export const SHOWN_ROWS = 20;

export interface FileBeginning {
  bytes: Uint8Array;
  /** Whether the file ends here too. */
  isWhole: boolean;
}

export async function readBeginning(
  tx: Transaction,
  workspaceId: string,
  { id, fileBytes }: ImportRow,
): Promise<FileBeginning> {
  const bytes = await readPart(tx, workspaceId, id, 0);
  if (bytes === null) throw new Error(`Import ${id} has no first part.`);
  return { bytes, isWhole: bytes.byteLength === Number(fileBytes) };
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
