import "server-only";
import type { ScenarioVersion } from "@/lib/contracts/scenarios";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findScenarioOrDeleted } from "./find-scenario";
import { presentVersions, WITH_MONTHS } from "./present-versions";

/** The frozen versions of a scenario, newest first. A deleted scenario keeps its own, because months were measured by them. */
export async function listVersions(
  workspace: { id: string },
  scenarioId: string,
): Promise<{ items: ScenarioVersion[] }> {
  const workspaceId = workspace.id;
  const items = await inWorkspace(workspaceId, async (tx) => {
    await findScenarioOrDeleted(tx, workspaceId, scenarioId);
    const rows = await tx.scenarioVersion.findMany({
      where: { workspaceId, scenarioId },
      include: WITH_MONTHS,
      orderBy: { number: "desc" },
    });
    return presentVersions(tx, workspaceId, rows);
  });
  return { items };
}
