import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Scenario } from "@/lib/contracts/scenarios";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { commitScenario } from "./commit-scenario";
import { createFromTemplate } from "./create-from-template";
import { createScenario } from "./create-scenario";
import { createWorkflow } from "./create-workflow";
import { deleteScenario } from "./delete-scenario";
import { duplicateScenario } from "./duplicate-scenario";
import { getScenario } from "./get-scenario";
import { listScenarios } from "./list-scenarios";
import { listVersions } from "./list-versions";
import { listWorkflows } from "./list-workflows";
import { restoreScenario } from "./restore-scenario";
import { createPlanningWorkspace, type PlanningWorkspace } from "./testing/planning-workspace";
import { updateScenario } from "./update-scenario";
import { updateWorkflow } from "./update-workflow";
import { withdrawForecast } from "./withdraw-forecast";

const database = useTestDatabase();
const NOW = new Date("2026-12-10T09:00:00Z");

let home: PlanningWorkspace;

beforeAll(() => withClient(database.url, syncCatalogue));

beforeEach(async () => {
  home = await createPlanningWorkspace();
});

function auditActions(): Promise<string[]> {
  return inWorkspace(home.actor.workspace.id, async (tx) => {
    const events = await tx.auditEvent.findMany({ orderBy: { sequence: "asc" }, select: { action: true } });
    return events.map(({ action }) => action);
  });
}

async function names(): Promise<string[]> {
  const { items } = await listScenarios(home.actor.workspace);
  return items.map(({ name }) => name);
}

describe("a scenario", () => {
  test("is kept with its drivers and projected at today's prices", async () => {
    const created = await createScenario(home.actor, home.body);
    expect(created).toMatchObject({
      workflow: { id: home.workflowId, slug: "landing-heroes", name: "Landing heroes" },
      stage: "pilot",
      name: "Pilot",
      purpose: home.body.purpose,
      drivers: home.body.drivers,
      revision: 1,
      committed: null,
      changedSinceCommit: false,
      // 3 months × 1,000 × $0.21085
      projection: {
        status: "priced",
        totalNanoUsd: "632550000000",
        baselineNanoUsd: "632550000000",
        reworkNanoUsd: "0",
        growthNanoUsd: "0",
        perDeliveredImageNanoUsd: "210850000",
        perAcceptedImageNanoUsd: "210850000",
      },
    });
    expect(await getScenario(home.actor.workspace, created.id)).toEqual(created);
  });

  test("without a price is a draft that says what is missing", async () => {
    const drivers = { ...home.body.drivers, provider: "wisgate" };
    const created = await createScenario(home.actor, { ...home.body, drivers });
    expect(created.projection).toMatchObject({ status: "unpriced", problems: [{ path: "model" }] });
  });

  test("with a size that the model refuses is not saved", async () => {
    const [line] = home.body.drivers.mix;
    const drivers = { ...home.body.drivers, mix: [{ ...line!, size: "1000x1000" }] };
    await expect(createScenario(home.actor, { ...home.body, drivers })).rejects.toMatchObject({
      code: "invalid_request",
      errors: [{ path: "drivers.mix.0.size", message: expect.stringMatching(/1008x1008/) as string }],
    });
    const created = await createScenario(home.actor, home.body);
    await expect(updateScenario(home.actor, created.id, { revision: 1, drivers }, NOW)).rejects.toMatchObject(
      { code: "invalid_request" },
    );
    expect(await getScenario(home.actor.workspace, created.id)).toEqual(created);
  });

  test("counts its saves, and refuses one of a stale copy", async () => {
    const { id } = await createScenario(home.actor, home.body);
    const drivers = { ...home.body.drivers, lengthMonths: 1 };
    const saved = await updateScenario(home.actor, id, { revision: 1, name: "Short pilot", drivers }, NOW);
    expect(saved).toMatchObject({
      revision: 2,
      name: "Short pilot",
      stage: "pilot",
      projection: { totalNanoUsd: "210850000000" },
    });
    await expect(updateScenario(home.actor, id, { revision: 1, name: "Late" }, NOW)).rejects.toMatchObject({
      code: "conflict",
      errors: [{ path: "revision" }],
    });
    expect(await getScenario(home.actor.workspace, id)).toEqual(saved);
  });

  test("takes one of two saves that arrive together", async () => {
    const { id } = await createScenario(home.actor, home.body);
    const saves = await Promise.allSettled(
      ["One", "Two"].map((name) => updateScenario(home.actor, id, { revision: 1, name }, NOW)),
    );
    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await getScenario(home.actor.workspace, id)).toMatchObject({ revision: 2 });
  });

  test("is copied under a name of its own, without the commitment", async () => {
    const { id } = await createScenario(home.actor, home.body);
    await commitScenario(home.actor, id, 1, NOW);
    const copy = await duplicateScenario(home.actor, id);
    expect(copy).toMatchObject({
      name: "Pilot (copy)",
      revision: 1,
      committed: null,
      drivers: home.body.drivers,
    });
    expect(await duplicateScenario(home.actor, id)).toMatchObject({ name: "Pilot (copy 2)" });
    expect(await names()).toEqual(["Pilot", "Pilot (copy)", "Pilot (copy 2)"]);
  });

  test("that is deleted is gone until it is restored", async () => {
    const created = await createScenario(home.actor, home.body);
    await deleteScenario(home.actor, created.id, NOW);
    expect(await names()).toEqual([]);
    for (const attempt of [
      () => getScenario(home.actor.workspace, created.id),
      () => updateScenario(home.actor, created.id, { revision: 1, name: "Still here" }, NOW),
      () => commitScenario(home.actor, created.id, 1, NOW),
      () => duplicateScenario(home.actor, created.id),
      () => withdrawForecast(home.actor, created.id, NOW),
      () => deleteScenario(home.actor, created.id, NOW),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    const restored = await restoreScenario(home.actor, created.id);
    expect(restored).toEqual({ ...created, updatedAt: restored.updatedAt });
    expect(await restoreScenario(home.actor, created.id)).toEqual(restored);
  });

  test("leaves a trace of every change in the audit log", async () => {
    const { id } = await createScenario(home.actor, home.body);
    await updateScenario(home.actor, id, { revision: 1, name: "Renamed" }, NOW);
    await duplicateScenario(home.actor, id);
    await commitScenario(home.actor, id, 2, NOW);
    await withdrawForecast(home.actor, id, NOW);
    await withdrawForecast(home.actor, id, NOW);
    await deleteScenario(home.actor, id, NOW);
    await restoreScenario(home.actor, id);
    expect(await auditActions()).toEqual([
      "workspace.created",
      "workflow.defined",
      "scenario.created",
      "scenario.updated",
      "scenario.created",
      "forecast.committed",
      "forecast.withdrawn",
      "scenario.deleted",
      "scenario.restored",
    ]);
  });
});

describe("scenarios are listed", () => {
  test("by workflow, then from prototype to production", async () => {
    const { id: banners } = await createWorkflow(home.actor, { name: "Banners" });
    const add = (workflowId: string, stage: Scenario["stage"], name: string) =>
      createScenario(home.actor, { ...home.body, workflowId, stage, name });
    await add(home.workflowId, "production", "heroes in production");
    await add(home.workflowId, "prototype", "heroes as prototype");
    await add(banners, "pilot", "banners in pilot");
    expect(await names()).toEqual(["banners in pilot", "heroes as prototype", "heroes in production"]);
  });
});

describe("a template", () => {
  const request = { template: "one-picture", workflow: { name: "Icons" }, startsOn: "2027-01-01" };

  test("makes a workflow with its three stages, one after the other", async () => {
    const { workflow, scenarios } = await createFromTemplate(home.actor, request);
    expect(workflow).toMatchObject({ slug: "icons", name: "Icons", discovered: false });
    expect(
      scenarios.map(({ stage, drivers, projection }) => [stage, drivers.startsOn, projection.status]),
    ).toEqual([
      ["prototype", "2027-01-01", "priced"],
      ["pilot", "2027-02-01", "priced"],
      ["production", "2027-04-01", "priced"],
    ]);
    expect(scenarios.every((scenario) => scenario.workflow.id === workflow.id)).toBe(true);
  });

  test("is all there or not at all", async () => {
    await expect(
      createFromTemplate(home.actor, { ...request, workflow: { name: "Landing heroes" } }),
    ).rejects.toMatchObject({ code: "already_exists" });
    await expect(createFromTemplate(home.actor, { ...request, template: "other" })).rejects.toMatchObject({
      code: "invalid_request",
      errors: [{ path: "template" }],
    });
    expect(await names()).toEqual([]);
    expect((await listWorkflows(home.actor.workspace)).items).toHaveLength(1);
  });
});

describe("a workflow", () => {
  test("that calls had named already is taken over with its calls", async () => {
    const workspaceId = home.actor.workspace.id;
    await inWorkspace(workspaceId, (tx) =>
      tx.workflow.create({
        data: { workspaceId, id: "found", slug: "icons", name: "icons", discovered: true },
      }),
    );
    expect(await createWorkflow(home.actor, { name: "Icons", owner: "Ada" })).toMatchObject({
      id: "found",
      slug: "icons",
      name: "Icons",
      owner: "Ada",
      discovered: false,
    });
    await expect(createWorkflow(home.actor, { name: "Icons" })).rejects.toMatchObject({
      code: "already_exists",
      errors: [{ path: "name" }],
    });
  });

  test("changes what is said about it and keeps the rest", async () => {
    const changed = await updateWorkflow(home.actor, home.workflowId, { owner: "Ada", costCentre: "CC-7" });
    expect(changed).toMatchObject({ name: "Landing heroes", owner: "Ada", costCentre: "CC-7" });
    expect(await updateWorkflow(home.actor, home.workflowId, { owner: null })).toMatchObject({
      owner: null,
      costCentre: "CC-7",
    });
    await createWorkflow(home.actor, { name: "Icons" });
    await expect(updateWorkflow(home.actor, home.workflowId, { slug: "icons" })).rejects.toMatchObject({
      code: "already_exists",
      errors: [{ path: "slug" }],
    });
  });

  test("keeps both of two changes that arrive together", async () => {
    for (const round of ["1", "2", "3"]) {
      await Promise.all([
        updateWorkflow(home.actor, home.workflowId, { name: `Heroes ${round}` }),
        updateWorkflow(home.actor, home.workflowId, { owner: `Ada ${round}` }),
      ]);
      expect((await listWorkflows(home.actor.workspace)).items).toMatchObject([
        { name: `Heroes ${round}`, owner: `Ada ${round}` },
      ]);
    }
  });

  test("gets a slug that another one asks for at the same moment, or is told that it is taken", async () => {
    const { id: other } = await createWorkflow(home.actor, { name: "Icons" });
    for (const slug of ["one", "two", "three"]) {
      const outcomes = await Promise.allSettled(
        [home.workflowId, other].map((id) => updateWorkflow(home.actor, id, { slug })),
      );
      const [refused, ...more] = outcomes.filter(({ status }) => status === "rejected");
      expect(refused).toMatchObject({ reason: { code: "already_exists", errors: [{ path: "slug" }] } });
      expect(more).toEqual([]);
    }
  });

  test("whose name has no Latin letter gets a slug all the same", async () => {
    expect(await createWorkflow(home.actor, { name: "插画" })).toMatchObject({
      slug: "workflow",
      name: "插画",
    });
  });
});

test("nothing of another workspace is found, whatever is asked of it", async () => {
  const other = await createPlanningWorkspace();
  const { id } = await createScenario(other.actor, other.body);
  await commitScenario(other.actor, id, 1, NOW);
  for (const attempt of [
    () => createScenario(home.actor, { ...home.body, workflowId: other.workflowId }),
    () => updateWorkflow(home.actor, other.workflowId, { name: "Mine" }),
    () => getScenario(home.actor.workspace, id),
    () => updateScenario(home.actor, id, { revision: 1, name: "Mine" }, NOW),
    () => duplicateScenario(home.actor, id),
    () => commitScenario(home.actor, id, 1, NOW),
    () => withdrawForecast(home.actor, id, NOW),
    () => deleteScenario(home.actor, id, NOW),
    () => restoreScenario(home.actor, id),
    () => listVersions(home.actor.workspace, id),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await names()).toEqual([]);
  expect(await getScenario(other.actor.workspace, id)).toMatchObject({ name: "Pilot", revision: 1 });
});
