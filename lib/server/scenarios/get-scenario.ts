import "server-only";
import type { Scenario } from "@/lib/contracts/scenarios";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findScenario } from "./find-scenario";
import { presentScenario } from "./present-scenarios";

export function getScenario(workspace: { id: string }, scenarioId: string): Promise<Scenario> {
  return inWorkspace(workspace.id, async (tx) =>
    presentScenario(tx, workspace.id, await findScenario(tx, workspace.id, scenarioId)),
  );
}
