import "server-only";
import type { Import } from "@/lib/contracts/imports";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { lockImportRow, requireStatus, type ImportStatus } from "./import-row";
import { presentImport } from "./present-import";

/** Stops the reading between two batches and keeps the file, so that it can go on. */
export function pauseImport(actor: Actor, importId: string): Promise<Import> {
  return change(actor, importId, {
    from: ["queued", "running"],
    to: "paused",
    refusal: "there is nothing to pause",
    action: "import.paused",
  });
}

/** Queues a paused import again; it goes on with the line after the last one that was counted. */
export function resumeImport(actor: Actor, importId: string): Promise<Import> {
  return change(actor, importId, {
    from: ["paused"],
    to: "queued",
    refusal: "there is nothing to go on with",
    action: "import.resumed",
  });
}

interface Change {
  from: readonly ImportStatus[];
  to: ImportStatus;
  refusal: string;
  action: string;
}

function change(actor: Actor, importId: string, { from, to, refusal, action }: Change): Promise<Import> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const row = await lockImportRow(tx, workspaceId, importId);
    requireStatus(row, from, refusal);
    const changed = await tx.callImport.update({
      where: { workspaceId_id: { workspaceId, id: importId } },
      data: { status: to },
    });
    const presented = await presentImport(tx, changed);
    await recordAudit(tx, {
      actor,
      action,
      subject: `import:${importId}`,
      detail: { fileName: row.fileName, rowsRead: Number(row.rowsRead) },
    });
    return presented;
  });
}
