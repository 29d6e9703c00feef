import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findScenario, lockScenario } from "./find-scenario";
import { withdrawCommitments } from "./withdraw-commitments";

/** Puts a scenario away. Its versions stay in the record; where it was the forecast it is withdrawn as such. */
export async function deleteScenario(actor: Actor, scenarioId: string, now: Date): Promise<void> {
  const workspaceId = actor.workspace.id;
  await inWorkspace(workspaceId, async (tx) => {
    await lockScenario(tx, workspaceId, scenarioId);
    const row = await findScenario(tx, workspaceId, scenarioId);
    await tx.scenario.update({
      where: { workspaceId_id: { workspaceId, id: scenarioId } },
      data: { deletedAt: now },
    });
    const withdrewForecast = await withdrawCommitments(tx, workspaceId, scenarioId, now);
    await recordAudit(tx, {
      actor,
      action: "scenario.deleted",
      subject: `scenario:${scenarioId}`,
      detail: { workflow: row.workflow.slug, stage: row.stage, name: row.name, withdrewForecast },
    });
  });
}
