import "server-only";
import { IMPORT_PART_BYTES, type Import } from "@/lib/contracts/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { lockImportRow, requireStatus } from "./import-row";
import { presentImport } from "./present-import";

/**
 * Keeps one part of a file. Every part has the same length but the last, so that a part that was cut off on its way is
 * refused here and not found out later. A part that is sent again replaces itself.
 */
export function uploadPart(
  workspace: { id: string },
  { importId, position }: { importId: string; position: number },
  content: Uint8Array,
): Promise<Import> {
  return inWorkspace(workspace.id, async (tx) => {
    const row = await lockImportRow(tx, workspace.id, importId);
    requireStatus(row, ["uploading"], "its file can no longer be changed");
    const expected = Math.min(IMPORT_PART_BYTES, Number(row.fileBytes) - position * IMPORT_PART_BYTES);
    if (expected <= 0) {
      throw new RequestError(
        "invalid_request",
        `The file of ${row.fileBytes} bytes has no part ${position}.`,
      );
    }
    if (content.byteLength !== expected) {
      throw new RequestError(
        "invalid_request",
        `Part ${position} of this file has ${expected} bytes; ${content.byteLength} came.`,
      );
    }
    await tx.$executeRaw`
      INSERT INTO call_import_part (workspace_id, id, import_id, position, content)
      VALUES (${workspace.id}, ${`${importId}.${position}`}, ${importId}, ${position}, ${content})
      ON CONFLICT (workspace_id, id) DO UPDATE SET content = EXCLUDED.content`;
    return presentImport(tx, row);
  });
}
