import "server-only";
import type { Scenario } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { lockScenario } from "./find-scenario";
import { presentScenario, WITH_WORKFLOW } from "./present-scenarios";

/** Brings a deleted scenario back as a draft: one that was the forecast is committed again by hand or not at all. */
export function restoreScenario(actor: Actor, scenarioId: string): Promise<Scenario> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const before = await lockScenario(tx, workspaceId, scenarioId);
    if (before.deletedAt === null) return presentScenario(tx, workspaceId, before);
    const row = await tx.scenario.update({
      where: { workspaceId_id: { workspaceId, id: scenarioId } },
      data: { deletedAt: null },
      include: WITH_WORKFLOW,
    });
    const scenario = await presentScenario(tx, workspaceId, row);
    await recordAudit(tx, {
      actor,
      action: "scenario.restored",
      subject: `scenario:${scenarioId}`,
      detail: { workflow: row.workflow.slug, stage: row.stage, name: row.name },
    });
    return scenario;
  });
}
