import { beforeAll, describe, expect, it } from "vitest";
import { overviewSchema } from "@/lib/contracts/overview";
import { parseUsd } from "@/lib/money";
import { dateRange } from "@/lib/time";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { commitScenario } from "@/lib/server/scenarios/commit-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import {
  createPlanningWorkspace,
  type PlanningWorkspace,
} from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getOverview } from "./get-overview";

const database = useTestDatabase();
const NOW = new Date("2027-02-10T12:00:00Z");

let home: PlanningWorkspace;
let workspace: WorkspaceRow;

/** A forecast of $210.85 for each month of the first quarter, and calls of $10 a day from 20 January to yesterday. */
beforeAll(async () => {
  await withClient(database.url, syncCatalogue);
  home = await createPlanningWorkspace();
  const { actor, body } = home;
  const committed = await createScenario(actor, body);
  await commitScenario(actor, committed.id, 1, new Date("2026-12-20T12:00:00Z"));
  await createScenario(actor, { ...body, name: "An alternative that nobody committed" });
  await createScenario(actor, {
    ...body,
    stage: "production",
    name: "Later",
    drivers: { ...body.drivers, startsOn: "2027-04-15" },
  });
  workspace = { ...actor.workspace, monthlyBudgetNanoUsd: parseUsd("200") };
  const calls = dateRange("2027-01-20", "2027-02-09").map((date) => ({
    id: `on_${date}`,
    occurredAt: `${date}T11:00:00Z`,
    model: "gpt-image-2",
    workflow: "landing-heroes",
    stage: "pilot",
    n: 4,
    chargedUsd: "10",
  }));
  await recordCalls(workspace, calls, NOW);
});

describe("the overview of the open month", () => {
  it("says where it stands", async () => {
    const overview = await getOverview(workspace, {}, NOW);
    expect(overview).toMatchObject({
      month: "2027-02",
      today: "2027-02-10",
      timeZone: "Europe/Berlin",
      from: "2027-02-01",
      to: "2027-02-10",
      totals: { calls: 9, imagesDelivered: 36, costNanoUsd: "90000000000" },
      forecastNanoUsd: "210850000000",
      // Ten of 28 days: 210.85 / 28 is 7.530357142 with 24 nano-dollars over, which the first 24 days take.
      forecastToDateNanoUsd: "75303571430",
      budgetNanoUsd: "200000000000",
      budgetLeftNanoUsd: "110000000000",
      plannedPerDeliveredImageNanoUsd: "210850000",
      total: { varianceNanoUsd: "14696428570", direction: "over" },
    });
    // $10 / 4 images.
    expect(overview.totals.costPerDeliveredImageNanoUsd).toBe("2500000000");
  });

  it("says where it will end, and when the budget will be spent", async () => {
    const { outlook, budgetCrossedOn } = await getOverview(workspace, {}, NOW);
    expect(outlook).toEqual({
      expectedNanoUsd: "280000000000",
      method: "run_rate",
      explanation:
        "$90.00 logged to 9 Feb 2027, then $10.00 a day for the 19 days to 28 Feb 2027: the mean of the 14 days from 27 Jan 2027 to 9 Feb 2027.",
    });
    // Twenty days at $10 keep the budget of $200; the next one does not.
    expect(budgetCrossedOn).toBe("2027-02-21");
  });

  it("has eight months before it and three after, with gaps where nothing was logged or forecast", async () => {
    const { months } = await getOverview(workspace, {}, NOW);
    expect(months.map(({ month }) => month)).toEqual([
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-10",
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
      "2027-03",
      "2027-04",
      "2027-05",
    ]);
    const forecastNanoUsd = "210850000000";
    expect(months[6]).toMatchObject({ state: "past", actualNanoUsd: null, forecastNanoUsd: null });
    expect(months[7]).toMatchObject({ state: "past", actualNanoUsd: "120000000000", forecastNanoUsd });
    expect(months[8]).toMatchObject({ state: "open", actualNanoUsd: "90000000000", forecastNanoUsd });
    expect(months[9]).toMatchObject({ state: "future", actualNanoUsd: null, forecastNanoUsd });
    expect(months[10]).toMatchObject({ state: "future", actualNanoUsd: null, forecastNanoUsd: null });
  });

  it("shows when which stage is on: as committed, else as planned last", async () => {
    const { stages } = await getOverview(workspace, {}, NOW);
    expect(stages).toMatchObject([
      {
        workflow: { slug: "landing-heroes" },
        spans: [
          { stage: "pilot", from: "2027-01-01", to: "2027-03-31", committed: true },
          { stage: "production", from: "2027-04-15", to: "2027-07-14", committed: false },
        ],
      },
    ]);
    expect(stages[0]?.spans).toHaveLength(2);
  });

  it("is answered as the contract says, and nothing besides", async () => {
    const overview = await getOverview(workspace, {}, NOW);
    expect(overviewSchema.parse(overview)).toEqual(overview);
  });
});

describe("a budget of nothing", () => {
  it("is overdrawn by all that was spent, from the first day on", async () => {
    const strict = { ...workspace, monthlyBudgetNanoUsd: 0n };
    expect(await getOverview(strict, {}, NOW)).toMatchObject({
      budgetNanoUsd: "0",
      budgetLeftNanoUsd: "-90000000000",
      budgetCrossedOn: "2027-02-01",
    });
  });
});

describe("the overview of another month", () => {
  it("of the past is what was logged", async () => {
    const overview = await getOverview(workspace, { month: "2027-01" }, NOW);
    expect(overview).toMatchObject({
      from: "2027-01-01",
      to: "2027-01-31",
      forecastToDateNanoUsd: "210850000000",
      outlook: { expectedNanoUsd: "120000000000", method: "closed" },
      budgetCrossedOn: null,
    });
  });

  it("to come is its forecast, and crosses the budget where that does", async () => {
    const overview = await getOverview(workspace, { month: "2027-03" }, NOW);
    expect(overview).toMatchObject({
      totals: { calls: 0 },
      outlook: { expectedNanoUsd: "210850000000", method: "forecast" },
      budgetLeftNanoUsd: "200000000000",
      // 210.85 / 31 = 6.80… a day: 29 days are 197.2…, 30 are 204.0….
      budgetCrossedOn: "2027-03-30",
    });
  });

  it.each(["2000-01", "2199-12"])("far away is empty: %s", async (month) => {
    const overview = await getOverview(workspace, { month }, NOW);
    expect(overviewSchema.parse(overview)).toEqual(overview);
    expect(overview).toMatchObject({
      totals: { calls: 0 },
      outlook: { expectedNanoUsd: null, method: "none" },
    });
  });
});

describe("the overview of a workspace without anything", () => {
  it("is empty, says so, and sees nothing of its neighbour", async () => {
    const { actor } = await createPlanningWorkspace();
    const overview = await getOverview(actor.workspace, {}, NOW);
    expect(overview).toMatchObject({
      totals: { calls: 0, costNanoUsd: "0", costPerDeliveredImageNanoUsd: null },
      forecastNanoUsd: null,
      forecastToDateNanoUsd: null,
      outlook: { expectedNanoUsd: null, method: "none" },
      budgetNanoUsd: null,
      budgetLeftNanoUsd: null,
      budgetCrossedOn: null,
      plannedPerDeliveredImageNanoUsd: null,
      workflows: [],
      stages: [],
      freshness: { calls: 0, lastCallAt: null },
    });
    expect(overview.months.every(({ actualNanoUsd }) => actualNanoUsd === null)).toBe(true);
  });
});
