import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { WITH_WORKFLOW, type ScenarioRow } from "./present-scenarios";

/** A scenario of the workspace that was not deleted; any other id is not found. */
export async function findScenario(
  tx: Transaction,
  workspaceId: string,
  scenarioId: string,
): Promise<ScenarioRow> {
  const row = await findScenarioOrDeleted(tx, workspaceId, scenarioId);
  if (row.deletedAt !== null) throw noScenario();
  return row;
}

export async function findScenarioOrDeleted(
  tx: Transaction,
  workspaceId: string,
  scenarioId: string,
): Promise<ScenarioRow> {
  const row = await tx.scenario.findUnique({
    where: { workspaceId_id: { workspaceId, id: scenarioId } },
    include: WITH_WORKFLOW,
  });
  if (row === null) throw noScenario();
  return row;
}

/** The scenario as it is, held until the transaction ends, so that what depends on its state happens one by one. */
export async function lockScenario(
  tx: Transaction,
  workspaceId: string,
  scenarioId: string,
): Promise<ScenarioRow> {
  await tx.$queryRaw`
    SELECT id FROM scenario WHERE workspace_id = ${workspaceId} AND id = ${scenarioId} FOR NO KEY UPDATE`;
  return findScenarioOrDeleted(tx, workspaceId, scenarioId);
}

function noScenario(): RequestError {
  return new RequestError("not_found", "No scenario of this workspace has this id.");
}
