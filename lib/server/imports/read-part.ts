import "server-only";
import { IMPORT_PART_BYTES } from "@/lib/contracts/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";

export function partCount({ fileBytes }: { fileBytes: bigint }): number {
  return Math.ceil(Number(fileBytes) / IMPORT_PART_BYTES);
}

export async function readPart(
  tx: Transaction,
  workspaceId: string,
  importId: string,
  position: number,
): Promise<Uint8Array | null> {
  // Bytes cost the driver twice as much to read as the same in base64.
  const [part] = await tx.$queryRaw<{ content: string }[]>`
    SELECT encode(content, 'base64') AS content FROM call_import_part
    WHERE workspace_id = ${workspaceId} AND id = ${`${importId}.${position}`}`;
  return part === undefined ? null : Buffer.from(part.content, "base64");
}

/** The file's parts in order, one in memory at a time. */
export async function* readParts(
  workspaceId: string,
  file: { id: string; fileBytes: bigint },
): AsyncGenerator<Uint8Array> {
  for (let position = 0; position < partCount(file); position += 1) {
    const part = await inWorkspace(workspaceId, (tx) => readPart(tx, workspaceId, file.id, position));
    if (part === null) throw new Error(`Part ${position} of import ${file.id} is missing.`);
    yield part;
  }
}
