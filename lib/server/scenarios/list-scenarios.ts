import "server-only";
import type { Scenario } from "@/lib/contracts/scenarios";
import { stageSchema } from "@/lib/contracts/values";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentScenarios, WITH_WORKFLOW } from "./present-scenarios";

/** Every scenario that was not deleted: by workflow, from prototype to production, the oldest first. */
export async function listScenarios(workspace: { id: string }): Promise<{ items: Scenario[] }> {
  const items = await inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.scenario.findMany({
      where: { workspaceId: workspace.id, deletedAt: null },
      include: WITH_WORKFLOW,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return presentScenarios(tx, workspace.id, rows);
  });
  const rank = ({ stage }: Scenario) => stageSchema.options.indexOf(stage);
  return {
    items: items.sort((a, b) => a.workflow.name.localeCompare(b.workflow.name, "en") || rank(a) - rank(b)),
  };
}
