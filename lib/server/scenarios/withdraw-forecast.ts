import "server-only";
import type { Scenario } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findScenario, lockScenario } from "./find-scenario";
import { presentScenario } from "./present-scenarios";
import { withdrawCommitments } from "./withdraw-commitments";

/**
 * The scenario is no forecast from now on; months that have ended keep theirs. The forecast that it replaced, if that
 * was not withdrawn, holds again. Withdrawing what is no forecast changes nothing.
 */
export function withdrawForecast(actor: Actor, scenarioId: string, now: Date): Promise<Scenario> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    await lockScenario(tx, workspaceId, scenarioId);
    const row = await findScenario(tx, workspaceId, scenarioId);
    const isWithdrawn = await withdrawCommitments(tx, workspaceId, scenarioId, now);
    const scenario = await presentScenario(tx, workspaceId, row);
    if (isWithdrawn) {
      await recordAudit(tx, {
        actor,
        action: "forecast.withdrawn",
        subject: `scenario:${scenarioId}`,
        detail: { workflow: row.workflow.slug, stage: row.stage, name: row.name },
      });
    }
    return scenario;
  });
}
