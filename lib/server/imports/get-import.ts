import "server-only";
import type { Import } from "@/lib/contracts/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { getImportRow } from "./import-row";
import { presentImport } from "./present-import";

export function getImport(workspace: { id: string }, importId: string): Promise<Import> {
  return inWorkspace(workspace.id, async (tx) =>
    presentImport(tx, await getImportRow(tx, workspace.id, importId)),
  );
}
