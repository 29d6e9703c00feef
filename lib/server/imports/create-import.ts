import "server-only";
import { randomUUID } from "node:crypto";
import type { Import } from "@/lib/contracts/imports";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentImport } from "./present-import";

/** Files whose upload nobody went on with take room and mean nothing. */
const ABANDONED_AFTER_MS = 7 * 86_400_000;

/** Begins an import: the file follows in parts. */
export function createImport(
  { id: createdById, workspace }: Actor,
  { fileName, fileBytes }: { fileName: string; fileBytes: number },
  now: Date,
): Promise<Import> {
  return inWorkspace(workspace.id, async (tx) => {
    const abandoned = new Date(now.getTime() - ABANDONED_AFTER_MS);
    await tx.callImport.deleteMany({
      where: {
        workspaceId: workspace.id,
        status: { in: ["uploading", "ready"] },
        createdAt: { lt: abandoned },
      },
    });
    const row = await tx.callImport.create({
      data: {
        workspaceId: workspace.id,
        id: `imp_${randomUUID()}`,
        fileName,
        fileBytes,
        // Found out by looking into the file, once it is here.
        format: "csv",
        encoding: "utf-8",
        columns: [],
        status: "uploading",
        createdById,
        createdAt: now,
      },
    });
    return presentImport(tx, row);
  });
}
