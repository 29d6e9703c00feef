import "server-only";
import type { z } from "zod";
import type { Scenario, scenarioPatchSchema } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { checkDrivers } from "./check-drivers";
import { checkRevision } from "./check-revision";
import { findCurrentForecasts } from "./find-current-forecasts";
import { findScenario, lockScenario } from "./find-scenario";
import { presentScenario, WITH_WORKFLOW } from "./present-scenarios";
import { withdrawCommitments } from "./withdraw-commitments";

type ScenarioPatch = z.output<typeof scenarioPatchSchema>;

/** Saves a scenario. The committed forecast stays as it was frozen; only committing again changes it. */
export async function updateScenario(
  actor: Actor,
  scenarioId: string,
  { revision, ...changes }: ScenarioPatch,
  now: Date,
): Promise<Scenario> {
  const workspaceId = actor.workspace.id;
  if (changes.drivers) checkDrivers(changes.drivers);
  return inWorkspace(workspaceId, async (tx) => {
    await lockScenario(tx, workspaceId, scenarioId);
    const before = await findScenario(tx, workspaceId, scenarioId);
    checkRevision(before, revision);
    if (changes.stage !== undefined && changes.stage !== before.stage) {
      await leaveStage(tx, workspaceId, scenarioId, now);
    }
    const row = await tx.scenario.update({
      where: { workspaceId_id: { workspaceId, id: scenarioId } },
      data: {
        stage: changes.stage ?? before.stage,
        name: changes.name ?? before.name,
        ...(changes.purpose ? { purpose: changes.purpose } : {}),
        ...(changes.drivers ? { drivers: changes.drivers } : {}),
        revision: { increment: 1 },
      },
      include: WITH_WORKFLOW,
    });
    const scenario = await presentScenario(tx, workspaceId, row);
    await recordAudit(tx, {
      actor,
      action: "scenario.updated",
      subject: `scenario:${scenarioId}`,
      detail: { revision: row.revision, ...definedOnly(changes) },
    });
    return scenario;
  });
}

/** The forecast of one stage cannot become the draft of another; what it was the forecast of before is let go. */
async function leaveStage(
  tx: Transaction,
  workspaceId: string,
  scenarioId: string,
  now: Date,
): Promise<void> {
  const forecasts = await findCurrentForecasts(tx, workspaceId);
  if (forecasts.has(scenarioId)) {
    const message = "This scenario is the forecast of its stage";
    throw new RequestError("in_use", `${message}. Withdraw it first, or copy it to plan another stage.`, [
      { path: "stage", message },
    ]);
  }
  await withdrawCommitments(tx, workspaceId, scenarioId, now);
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function definedOnly<T extends object>(changes: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;
}
