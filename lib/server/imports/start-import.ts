import "server-only";
import type { Import } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { lockImportRow, readLayout, requireStatus } from "./import-row";
import { presentImport } from "./present-import";
import { requireMapping } from "./require-mapping";

/** Queues a file to be read in the background, by the person or program that starts it. */
export function startImport(actor: Actor, importId: string, mapping: ImportMapping): Promise<Import> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const row = await lockImportRow(tx, workspaceId, importId);
    requireStatus(
      row,
      ["ready"],
      row.status === "uploading" ? "look into the file first" : "it cannot be started",
    );
    requireMapping(mapping, readLayout(row));
    const queued = await tx.callImport.update({
      where: { workspaceId_id: { workspaceId, id: importId } },
      data: { mapping: toJson(mapping), status: "queued" },
    });
    const presented = await presentImport(tx, queued);
    await recordAudit(tx, {
      actor,
      action: "import.started",
      subject: `import:${importId}`,
      detail: { fileName: row.fileName, fileBytes: Number(row.fileBytes) },
    });
    return presented;
  });
}

/** A mapping has only texts and numbers in it, which its type cannot say. */
function toJson(mapping: ImportMapping): Prisma.InputJsonObject {
  return mapping as unknown as Prisma.InputJsonObject;
}
