import "server-only";
import type { Import } from "@/lib/contracts/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentImports } from "./present-import";

const MAX_LISTED = 100;

/** The newest imports. */
export function listImports(workspace: { id: string }): Promise<{ items: Import[] }> {
  return inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.callImport.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MAX_LISTED,
    });
    return { items: await presentImports(tx, rows) };
  });
}
