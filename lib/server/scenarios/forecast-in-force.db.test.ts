import { beforeAll, beforeEach, expect, test } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { commitScenario } from "./commit-scenario";
import { createScenario } from "./create-scenario";
import { deleteScenario } from "./delete-scenario";
import { listForecastMonths } from "./forecast-in-force";
import { createPlanningWorkspace, type PlanningWorkspace } from "./testing/planning-workspace";
import { updateScenario } from "./update-scenario";
import { withdrawForecast } from "./withdraw-forecast";

const database = useTestDatabase();
const LATER = new Date("2027-12-31T12:00:00Z");

let home: PlanningWorkspace;

beforeAll(() => withClient(database.url, syncCatalogue));

beforeEach(async () => {
  home = await createPlanningWorkspace();
});

/** Total by month in whole cents, as known at a time. A thousand pictures are $210.85. */
async function forecastCents(now = LATER, months = { from: "2026-12", to: "2027-06" }) {
  const rows = await inWorkspace(home.actor.workspace.id, (tx) =>
    listForecastMonths(tx, home.actor.workspace, months, now),
  );
  return Object.fromEntries(rows.map((row) => [row.month, Number(row.totalNanoUsd / 10_000_000n)]));
}

async function commitAt(scenarioId: string, requests: number, revision: number, at: string) {
  const volume = { requests, per: "month" as const };
  const drivers = { ...home.body.drivers, volume };
  await updateScenario(home.actor, scenarioId, { revision, drivers }, new Date(at));
  return commitScenario(home.actor, scenarioId, revision + 1, new Date(at));
}

test("each month has the forecast that was in force when it ended", async () => {
  const { id } = await createScenario(home.actor, home.body);
  await commitAt(id, 1000, 1, "2026-12-15T09:00:00Z");
  await commitAt(id, 2000, 2, "2027-02-10T09:00:00Z");
  await commitAt(id, 3000, 3, "2027-03-20T09:00:00Z");
  expect(await forecastCents()).toEqual({ "2027-01": 21_085, "2027-02": 42_170, "2027-03": 63_255 });
  // As it was known in January.
  expect(await forecastCents(new Date("2027-01-20T12:00:00Z"))).toEqual({
    "2027-01": 21_085,
    "2027-02": 21_085,
    "2027-03": 21_085,
  });
});

test("the month ends at midnight in the workspace's time zone", async () => {
  const { id } = await createScenario(home.actor, home.body);
  await commitAt(id, 1000, 1, "2026-12-15T09:00:00Z");
  // January ends at 23:00 UTC in Berlin.
  await commitAt(id, 2000, 2, "2027-01-31T22:59:59.999Z");
  await commitAt(id, 3000, 3, "2027-01-31T23:00:00.000Z");
  expect(await forecastCents()).toEqual({ "2027-01": 42_170, "2027-02": 63_255, "2027-03": 63_255 });
});

test("a first forecast speaks for the months before it, too", async () => {
  const { id } = await createScenario(home.actor, home.body);
  await commitAt(id, 1000, 1, "2027-03-05T09:00:00Z");
  await commitAt(id, 2000, 2, "2027-04-05T09:00:00Z");
  expect(await forecastCents()).toEqual({ "2027-01": 21_085, "2027-02": 21_085, "2027-03": 21_085 });
});

test("a withdrawal or deletion counts from the month in which it happens", async () => {
  const { id } = await createScenario(home.actor, home.body);
  const { id: other } = await createScenario(home.actor, { ...home.body, stage: "production" });
  await commitAt(id, 1000, 1, "2026-12-15T09:00:00Z");
  await commitAt(other, 100, 1, "2026-12-15T09:00:00Z");
  await withdrawForecast(home.actor, id, new Date("2027-02-10T09:00:00Z"));
  await deleteScenario(home.actor, other, new Date("2027-03-10T09:00:00Z"));

  const rows = await inWorkspace(home.actor.workspace.id, (tx) =>
    listForecastMonths(tx, home.actor.workspace, { from: "2027-01", to: "2027-03" }, LATER),
  );
  expect(rows.map(({ month, stage, scenarioId }) => [month, stage, scenarioId])).toEqual([
    ["2027-01", "pilot", id],
    ["2027-01", "production", other],
    ["2027-02", "production", other],
  ]);
});

test("months are given in full, and only those that were asked for", async () => {
  const { id } = await createScenario(home.actor, {
    ...home.body,
    drivers: {
      ...home.body.drivers,
      growth: { kind: "linear", percentPerMonth: 10 },
      billedRetryPercent: 10,
    },
  });
  const version = await commitScenario(home.actor, id, 1, new Date("2026-12-15T09:00:00Z"));
  const rows = await inWorkspace(home.actor.workspace.id, (tx) =>
    listForecastMonths(tx, home.actor.workspace, { from: "2027-02", to: "2027-02" }, LATER),
  );
  expect(rows).toEqual([
    {
      workflowId: home.workflowId,
      stage: "pilot",
      month: "2027-02",
      versionId: version.id,
      scenarioId: id,
      requestsMicro: 1_100_000_000n,
      imagesMicro: 1_100_000_000n,
      baselineNanoUsd: 210_850_000_000n,
      // A tenth of 1,100 × $0.21085
      reworkNanoUsd: 23_193_500_000n,
      growthNanoUsd: 21_085_000_000n,
      totalNanoUsd: 255_128_500_000n,
    },
  ]);
});

test("another workspace's forecasts are not among them", async () => {
  const other = await createPlanningWorkspace();
  const { id } = await createScenario(other.actor, other.body);
  await commitScenario(other.actor, id, 1, new Date("2026-12-15T09:00:00Z"));
  expect(await forecastCents()).toEqual({});
});
