import "server-only";
import { scenarioBodySchema, type Scenario } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { auditCreation, insertScenario } from "./create-scenario";
import { findScenario } from "./find-scenario";
import { presentScenario } from "./present-scenarios";

const MAX_NAME = 100;

/** A copy under a name of its own, which is no forecast even where its original is. */
export function duplicateScenario(actor: Actor, scenarioId: string): Promise<Scenario> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const original = await findScenario(tx, workspaceId, scenarioId);
    const { workflowId, stage, purpose, drivers } = original;
    const siblings = await tx.scenario.findMany({
      where: { workspaceId, workflowId, stage, deletedAt: null },
      select: { name: true },
    });
    const name = copyName(original.name, new Set(siblings.map((sibling) => sibling.name)));
    const body = scenarioBodySchema.parse({ workflowId, stage, name, purpose, drivers });
    const row = await insertScenario(tx, actor, body);
    const scenario = await presentScenario(tx, workspaceId, row);
    await auditCreation(tx, actor, row, scenarioId);
    return scenario;
  });
}

function copyName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? " (copy)" : ` (copy ${number})`;
    const copy = name.slice(0, MAX_NAME - suffix.length).trimEnd() + suffix;
    if (!taken.has(copy)) return copy;
  }
}
