import "server-only";
import { randomUUID } from "node:crypto";
import type { Scenario, ScenarioBody } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { checkDrivers } from "./check-drivers";
import { presentScenario, WITH_WORKFLOW, type ScenarioRow } from "./present-scenarios";

export async function createScenario(actor: Actor, body: ScenarioBody): Promise<Scenario> {
  const workspaceId = actor.workspace.id;
  checkDrivers(body.drivers);
  return inWorkspace(workspaceId, async (tx) => {
    const workflows = await tx.workflow.count({ where: { workspaceId, id: body.workflowId } });
    if (workflows === 0) {
      const message = "No workflow of this workspace has this id";
      throw new RequestError("not_found", `${message}.`, [{ path: "workflowId", message }]);
    }
    const row = await insertScenario(tx, actor, body);
    const scenario = await presentScenario(tx, workspaceId, row);
    await auditCreation(tx, actor, row);
    return scenario;
  });
}

export function insertScenario(tx: Transaction, actor: Actor, body: ScenarioBody): Promise<ScenarioRow> {
  const { workflowId, stage, name, purpose, drivers } = body;
  return tx.scenario.create({
    data: {
      workspaceId: actor.workspace.id,
      id: `scn_${randomUUID()}`,
      workflowId,
      stage,
      name,
      purpose,
      drivers,
      createdById: actor.id,
    },
    include: WITH_WORKFLOW,
  });
}

export async function auditCreation(
  tx: Transaction,
  actor: Actor,
  row: ScenarioRow,
  copyOf?: string,
): Promise<void> {
  await recordAudit(tx, {
    actor,
    action: "scenario.created",
    subject: `scenario:${row.id}`,
    detail: {
      workflow: row.workflow.slug,
      stage: row.stage,
      name: row.name,
      drivers: row.drivers,
      ...(copyOf === undefined ? {} : { copyOf }),
    },
  });
}
