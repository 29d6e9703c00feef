import "server-only";
import type { Workflow } from "@/lib/contracts/scenarios";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentWorkflow } from "./present-workflow";

/** The workflows of a workspace by name, those included that calls have named and nobody has defined. */
export async function listWorkflows(workspace: { id: string }): Promise<{ items: Workflow[] }> {
  const rows = await inWorkspace(workspace.id, (tx) =>
    tx.workflow.findMany({ where: { workspaceId: workspace.id } }),
  );
  const items = rows.map(presentWorkflow);
  return { items: items.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.slug < b.slug ? -1 : 1)) };
}
