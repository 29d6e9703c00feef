import "server-only";
import type { Import } from "@/lib/contracts/imports";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { lockImportRow, requireStatus } from "./import-row";
import { presentImport } from "./present-import";

/** Stops an import between two batches and throws its file away. The calls that it has counted stay. */
export function cancelImport(actor: Actor, importId: string, now: Date): Promise<Import> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const row = await lockImportRow(tx, workspaceId, importId);
    requireStatus(row, ["uploading", "ready", "queued", "running", "paused"], "there is nothing to stop");
    const cancelled = await tx.callImport.update({
      where: { workspaceId_id: { workspaceId, id: importId } },
      data: { status: "cancelled", finishedAt: now },
    });
    await tx.callImportPart.deleteMany({ where: { workspaceId, importId } });
    const presented = await presentImport(tx, cancelled);
    await recordAudit(tx, {
      actor,
      action: "import.cancelled",
      subject: `import:${importId}`,
      detail: { fileName: row.fileName, rowsRead: Number(row.rowsRead) },
    });
    return presented;
  });
}
