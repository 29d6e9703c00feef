import { scenarioDriversSchema, type ScenarioBody } from "@/lib/contracts/scenarios";
import { addDays, addMonths, firstDay } from "@/lib/time";
import { startOfDay } from "@/lib/time/zone";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { commitScenario } from "@/lib/server/scenarios/commit-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { updateScenario } from "@/lib/server/scenarios/update-scenario";
import { dateOf, imageModelOn } from "./calendar";
import type { PlannedDrivers, World, WorldStage } from "./world";

/** How long a plan is a draft before somebody commits it. */
const DRAFT_DAYS = 5;

/** A moment of a working afternoon. */
const COMMITTED_AT_HOUR_MS = 15.4 * 3_600_000;

/** Every stage of every workflow as a scenario, committed as often and on the days that the world says. */
export async function placeScenarios(
  actor: Actor,
  world: World,
  workflowIds: ReadonlyMap<string, string>,
  currentMonth: string,
): Promise<void> {
  for (const workflow of world.workflows) {
    const workflowId = workflowIds.get(workflow.slug);
    if (workflowId === undefined) throw new Error(`There is no workflow ${workflow.slug}.`);
    for (const stage of workflow.stages) await placeScenario(actor, workflowId, stage, currentMonth);
  }
}

async function placeScenario(
  actor: Actor,
  workflowId: string,
  stage: WorldStage,
  currentMonth: string,
): Promise<void> {
  const { timeZone } = actor.workspace;
  const { name, purpose, commitments } = stage;
  const dates = commitments.map(({ on }) => dateOf(on, currentMonth));
  const draftedOn = addDays(dates[0] ?? firstDay(currentMonth), -DRAFT_DAYS);
  let planned = stage.drivers;
  const { id } = await createScenario(actor, {
    workflowId,
    stage: stage.stage,
    name,
    purpose,
    drivers: driversOf(stage, planned, currentMonth),
  });

  let revision = 1;
  let editedAt = afternoonOf(draftedOn, timeZone);
  for (const [index, { revised }] of commitments.entries()) {
    editedAt = afternoonOf(dates[index] ?? draftedOn, timeZone);
    if (revised) {
      planned = { ...planned, ...revised };
      const drivers = driversOf(stage, planned, currentMonth);
      ({ revision } = await updateScenario(actor, id, { revision, drivers }, editedAt));
    }
    await commitScenario(actor, id, revision, editedAt);
  }
  await inWorkspace(actor.workspace.id, (tx) =>
    tx.scenario.update({
      where: { workspaceId_id: { workspaceId: actor.workspace.id, id } },
      data: { createdAt: afternoonOf(draftedOn, timeZone), updatedAt: editedAt },
    }),
  );
}

function driversOf(
  stage: WorldStage,
  planned: PlannedDrivers,
  currentMonth: string,
): ScenarioBody["drivers"] {
  const startsOn = firstDay(addMonths(currentMonth, stage.startsIn));
  const { lengthMonths } = stage;
  return scenarioDriversSchema.parse({ ...planned, model: imageModelOn(startsOn), startsOn, lengthMonths });
}

function afternoonOf(date: string, timeZone: string): Date {
  return new Date(startOfDay(date, timeZone) + COMMITTED_AT_HOUR_MS);
}
