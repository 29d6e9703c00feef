import "server-only";
import type { Connector } from "@/lib/contracts/connectors";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentConnectors } from "./present-connector";

export function listConnectors(workspace: { id: string }, now: Date): Promise<{ items: Connector[] }> {
  return inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.connector.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return { items: await presentConnectors(tx, rows, now) };
  });
}
