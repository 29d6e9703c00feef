import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Scenario } from "@/lib/contracts/scenarios";
import { ENGINE_VERSION } from "@/lib/scenarios";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createRateCard } from "@/lib/server/prices/create-rate-card";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { commitScenario } from "./commit-scenario";
import { createScenario } from "./create-scenario";
import { deleteScenario } from "./delete-scenario";
import { getScenario } from "./get-scenario";
import { listVersions } from "./list-versions";
import { restoreScenario } from "./restore-scenario";
import { createPlanningWorkspace, type PlanningWorkspace } from "./testing/planning-workspace";
import { updateScenario } from "./update-scenario";
import { withdrawForecast } from "./withdraw-forecast";

const database = useTestDatabase();
const DECEMBER = new Date("2026-12-10T09:00:00Z");
const JANUARY = new Date("2027-01-10T09:00:00Z");

let home: PlanningWorkspace;
let pilot: Scenario;

beforeAll(() => withClient(database.url, syncCatalogue));

beforeEach(async () => {
  home = await createPlanningWorkspace();
  pilot = await createScenario(home.actor, home.body);
});

function get(scenarioId = pilot.id): Promise<Scenario> {
  return getScenario(home.actor.workspace, scenarioId);
}

/** The other forecast for the same workflow and stage. */
function createRival(): Promise<Scenario> {
  return createScenario(home.actor, { ...home.body, name: "Bigger pilot" });
}

test("a version freezes the drivers, the prices they were computed with, and the result", async () => {
  const version = await commitScenario(home.actor, pilot.id, 1, DECEMBER);
  expect(version).toMatchObject({
    scenarioId: pilot.id,
    number: 1,
    name: "Pilot",
    stage: "pilot",
    drivers: home.body.drivers,
    engineVersion: ENGINE_VERSION,
    // 3 × 1,000 × $0.21085
    totalNanoUsd: "632550000000",
    createdBy: home.actor.name,
    createdAt: DECEMBER.toISOString(),
    inForce: true,
  });
  expect(version.rateCards.map(({ model, provider, prices }) => [provider, model, prices.scheme])).toEqual([
    ["openai", "gpt-image-2", "tokens"],
  ]);
  expect(version.months).toEqual(
    ["2027-01", "2027-02", "2027-03"].map((month) => ({
      month,
      requestsMicro: "1000000000",
      imagesMicro: "1000000000",
      baselineNanoUsd: "210850000000",
      reworkNanoUsd: "0",
      growthNanoUsd: "0",
      totalNanoUsd: "210850000000",
    })),
  );
  expect(version.seed).toBeGreaterThan(0);
  expect((await listVersions(home.actor.workspace, pilot.id)).items).toEqual([version]);
  expect(await get()).toMatchObject({
    committed: {
      versionId: version.id,
      versionNumber: 1,
      committedAt: DECEMBER.toISOString(),
      committedBy: home.actor.name,
    },
    changedSinceCommit: false,
  });
});

test("a save after the commitment leaves the forecast as it was", async () => {
  const first = await commitScenario(home.actor, pilot.id, 1, DECEMBER);
  const drivers = { ...home.body.drivers, volume: { requests: 2000, per: "month" as const } };
  const saved = await updateScenario(home.actor, pilot.id, { revision: 1, drivers }, DECEMBER);
  expect(saved).toMatchObject({ changedSinceCommit: true, committed: { versionId: first.id } });

  const second = await commitScenario(home.actor, pilot.id, 2, JANUARY);
  expect(second).toMatchObject({ number: 2, totalNanoUsd: "1265100000000", inForce: true });
  expect((await listVersions(home.actor.workspace, pilot.id)).items).toEqual([
    second,
    { ...first, inForce: false },
  ]);
  expect(await get()).toMatchObject({ changedSinceCommit: false, committed: { versionNumber: 2 } });
});

test("a later price leaves a version as it was", async () => {
  const version = await commitScenario(home.actor, pilot.id, 1, DECEMBER);
  await createRateCard(home.actor, {
    provider: "openai",
    model: "gpt-image-2",
    name: "Agreed",
    validFrom: "2027-01-01",
    checkedOn: "2026-12-10",
    prices: { scheme: "per_call", price: "1", batchPrice: null, multiplier: "1" },
  });
  expect((await get()).projection).toMatchObject({ totalNanoUsd: "3000000000000" });
  expect((await listVersions(home.actor.workspace, pilot.id)).items).toEqual([version]);
});

test("a stale copy cannot be committed", async () => {
  await updateScenario(home.actor, pilot.id, { revision: 1, name: "Renamed" }, DECEMBER);
  await expect(commitScenario(home.actor, pilot.id, 1, DECEMBER)).rejects.toMatchObject({ code: "conflict" });
  expect((await listVersions(home.actor.workspace, pilot.id)).items).toEqual([]);
});

test("what has no price cannot be committed", async () => {
  const drivers = { ...home.body.drivers, provider: "wisgate" };
  const unpriced = await createScenario(home.actor, { ...home.body, drivers });
  await expect(commitScenario(home.actor, unpriced.id, 1, DECEMBER)).rejects.toMatchObject({
    code: "not_priced",
    errors: [{ path: "drivers.model" }],
  });
  expect(await get(unpriced.id)).toMatchObject({ committed: null });
});

test("commitments that arrive together get numbers of their own", async () => {
  const versions = await Promise.all([1, 2, 3].map(() => commitScenario(home.actor, pilot.id, 1, DECEMBER)));
  expect(versions.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  const { items } = await listVersions(home.actor.workspace, pilot.id);
  expect(items.filter(({ inForce }) => inForce)).toHaveLength(1);
});

describe("one forecast holds for a workflow and stage", () => {
  test("the newest one", async () => {
    const rival = await createRival();
    await commitScenario(home.actor, pilot.id, 1, DECEMBER);
    await commitScenario(home.actor, rival.id, 1, JANUARY);
    expect((await get()).committed).toBeNull();
    expect((await get(rival.id)).committed).not.toBeNull();
  });

  test("stages do not get in each other's way", async () => {
    const production = await createScenario(home.actor, { ...home.body, stage: "production" });
    await commitScenario(home.actor, pilot.id, 1, DECEMBER);
    await commitScenario(home.actor, production.id, 1, JANUARY);
    expect((await get()).committed).not.toBeNull();
    expect((await get(production.id)).committed).not.toBeNull();
  });

  test("withdrawing it brings back the one that it replaced, and none when there was none", async () => {
    const rival = await createRival();
    await commitScenario(home.actor, pilot.id, 1, DECEMBER);
    await commitScenario(home.actor, rival.id, 1, JANUARY);
    expect(await withdrawForecast(home.actor, rival.id, JANUARY)).toMatchObject({ committed: null });
    expect((await get()).committed).not.toBeNull();
    expect(await withdrawForecast(home.actor, pilot.id, JANUARY)).toMatchObject({ committed: null });
  });

  test("withdrawing a scenario does not bring back its own older version", async () => {
    await commitScenario(home.actor, pilot.id, 1, DECEMBER);
    await commitScenario(home.actor, pilot.id, 1, JANUARY);
    expect(await withdrawForecast(home.actor, pilot.id, JANUARY)).toMatchObject({ committed: null });
  });

  test("deleting withdraws it, and restoring does not commit it again", async () => {
    const version = await commitScenario(home.actor, pilot.id, 1, DECEMBER);
    await deleteScenario(home.actor, pilot.id, JANUARY);
    const { items } = await listVersions(home.actor.workspace, pilot.id);
    expect(items).toEqual([{ ...version, inForce: false }]);
    expect(await restoreScenario(home.actor, pilot.id)).toMatchObject({ committed: null });

    const [event] = await inWorkspace(home.actor.workspace.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: "scenario.deleted" } }),
    );
    expect(event?.detail).toMatchObject({ withdrewForecast: true });
  });

  test("it stays at its stage", async () => {
    await commitScenario(home.actor, pilot.id, 1, DECEMBER);
    await expect(
      updateScenario(home.actor, pilot.id, { revision: 1, stage: "production" }, JANUARY),
    ).rejects.toMatchObject({ code: "in_use", errors: [{ path: "stage" }] });

    await withdrawForecast(home.actor, pilot.id, JANUARY);
    expect(
      await updateScenario(home.actor, pilot.id, { revision: 1, stage: "production" }, JANUARY),
    ).toMatchObject({ stage: "production" });
  });

  test("a scenario that moves on to the next stage is not brought back to the one it left", async () => {
    const rival = await createRival();
    await commitScenario(home.actor, pilot.id, 1, DECEMBER);
    await commitScenario(home.actor, rival.id, 1, JANUARY);
    await updateScenario(home.actor, pilot.id, { revision: 1, stage: "production" }, JANUARY);
    await withdrawForecast(home.actor, rival.id, JANUARY);
    expect((await get()).committed).toBeNull();
  });
});

test("a version, its months and the audit log refuse every change", async () => {
  const { id } = await commitScenario(home.actor, pilot.id, 1, DECEMBER);
  const workspaceId = home.actor.workspace.id;
  const refused = (work: Parameters<typeof inWorkspace>[1]) =>
    expect(inWorkspace(workspaceId, work)).rejects.toThrow(/immutable/);

  await refused((tx) => tx.scenarioVersion.updateMany({ where: { id }, data: { totalNanoUsd: 1n } }));
  await refused((tx) => tx.scenarioVersion.deleteMany({ where: { id } }));
  await refused((tx) => tx.versionMonth.updateMany({ where: { versionId: id }, data: { totalNanoUsd: 1n } }));
  await refused((tx) => tx.versionMonth.deleteMany({ where: { versionId: id } }));
  await refused((tx) => tx.auditEvent.updateMany({ data: { actorName: "Nobody" } }));
});
