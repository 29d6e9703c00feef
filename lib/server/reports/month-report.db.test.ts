import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { CallInput } from "@/lib/contracts/calls";
import { monthReportSchema, reportEndpoints } from "@/lib/contracts/reports";
import { parseUsd } from "@/lib/money";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { getOverview } from "@/lib/server/overview/get-overview";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { commitScenario } from "@/lib/server/scenarios/commit-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import {
  createPlanningWorkspace,
  type PlanningWorkspace,
} from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getUsageSeries } from "@/lib/server/usage/get-usage-series";
import { exportMonth } from "./export-month";
import { exportUsage } from "./export-usage";
import { getMonthReport } from "./get-month-report";
import { listMonths } from "./list-months";

const database = useTestDatabase();

/** The tenth of February 2027: January is over, February open, March to come. */
const NOW = new Date("2027-02-10T12:00:00Z");

let home: PlanningWorkspace;

function call(id: string, occurredAt: string, changes: Partial<CallInput> = {}): CallInput {
  return { id, occurredAt, model: "gpt-image-2", size: "1024x1024", quality: "high", ...changes };
}

const heroes = { workflow: "landing-heroes", stage: "pilot" } as const;
const CALLS: CallInput[] = [
  call("a1", "2027-01-05T09:00:00Z", { ...heroes, chargedUsd: "100.123456789" }),
  call("a2", "2027-01-05T23:30:00Z", { ...heroes, chargedUsd: "50.000000001", n: 4 }),
  call("a3", "2027-01-20T09:00:00Z", {
    ...heroes,
    usage: { input_tokens: 26, input_tokens_details: { text_tokens: 26 }, output_tokens: 7024 },
  }),
  call("a4", "2027-01-21T09:00:00Z", { workflow: "avatars", stage: "production", chargedUsd: "7.5" }),
  call("a5", "2027-01-31T22:59:59Z", { chargedUsd: "0.000000003" }),
  // Past midnight in Berlin, where it is February.
  call("b1", "2027-01-31T23:00:00Z", { ...heroes, chargedUsd: "80.1" }),
  call("b2", "2027-02-10T08:00:00Z", { ...heroes, chargedUsd: "0.9" }),
  // Without a price: the size is known and the quality is not; nobody knows whether it was billed; no card at all.
  call("u1", "2027-01-06T09:00:00Z", { ...heroes, quality: "auto" }),
  call("u2", "2027-01-06T10:00:00Z", { ...heroes, outcome: "timed_out" }),
  call("u3", "2027-01-06T11:00:00Z", { ...heroes, model: "who-knows" }),
  call("f1", "2027-01-06T12:00:00Z", { ...heroes, httpStatus: 429 }),
];

beforeAll(async () => {
  await withClient(database.url, syncCatalogue);
  home = await createPlanningWorkspace();
  const { actor, body } = home;
  const scenario = await createScenario(actor, body);
  await commitScenario(actor, scenario.id, 1, new Date("2026-12-20T12:00:00Z"));
  const { counts } = await recordCalls(actor.workspace, CALLS, NOW);
  expect(counts).toEqual({ created: CALLS.length, exists: 0, conflict: 0, invalid: 0 });
});

async function rowsOf(response: Response): Promise<Record<string, string>[]> {
  return parse(await response.text(), { columns: true });
}

/** The sum of a column's cells in everything but the total's row, and the total's own cell. */
function addUp(rows: Record<string, string>[], column: string): { sum: bigint; total: bigint } {
  const amount = (row: Record<string, string> | undefined) => parseUsd(row?.[column] || "0");
  return { sum: rows.slice(0, -1).reduce((sum, row) => sum + amount(row), 0n), total: amount(rows.at(-1)) };
}

describe("a month", () => {
  it.each([
    // 100.123456789 + 50.000000001 + 0.21085 + 7.5 + 0.000000003
    { month: "2027-01", from: "2027-01-01", to: "2027-01-31", total: "157.834306793" },
    { month: "2027-02", from: "2027-02-01", to: "2027-02-10", total: "81.000000000" },
  ])("has one total on every screen and in every file: $month", async ({ month, from, to, total }) => {
    const { workspace } = home.actor;
    const expected = String(parseUsd(total));
    const report = await getMonthReport(workspace, { month }, NOW);
    expect(report).toMatchObject({ from, to });
    expect(report.total.actualNanoUsd).toBe(expected);
    expect(report.totals.costNanoUsd).toBe(expected);
    expect(String(report.lines.reduce((sum, line) => sum + BigInt(line.actualNanoUsd), 0n))).toBe(expected);
    expect(
      report.days.findLast(({ cumulativeNanoUsd }) => cumulativeNanoUsd !== null)?.cumulativeNanoUsd,
    ).toBe(expected);

    const overview = await getOverview(workspace, { month }, NOW);
    expect(overview.totals.costNanoUsd).toBe(expected);
    expect(overview.workflows).toEqual(report.lines);
    expect(overview.total).toEqual(report.total);
    expect(overview.months.find((point) => point.month === month)?.actualNanoUsd).toBe(expected);

    const { items } = await listMonths(workspace, NOW);
    const { actualNanoUsd, forecastNanoUsd, varianceNanoUsd, varianceBasisPoints } = report.total;
    expect(items.find((item) => item.month === month)).toMatchObject({
      actualNanoUsd,
      forecastNanoUsd,
      varianceNanoUsd,
      varianceBasisPoints,
    });

    const rows = await rowsOf(await exportMonth(workspace, { month }, NOW));
    expect(addUp(rows, "actual_usd")).toEqual({ sum: BigInt(expected), total: BigInt(expected) });
    expect(rows.at(-1)).toMatchObject({ month: "total", from, to, actual_usd: total });
    const variance = BigInt(varianceNanoUsd ?? 0);
    expect(addUp(rows, "variance_usd")).toEqual({ sum: variance, total: variance });
    const forecast = BigInt(forecastNanoUsd ?? 0);
    expect(addUp(rows, "forecast_usd")).toEqual({ sum: forecast, total: forecast });

    const usage = await getUsageSeries(workspace, { from, to, interval: "day" });
    expect(usage.totals.costNanoUsd).toBe(expected);
    const usageRows = await rowsOf(await exportUsage(workspace, { from, to, interval: "day" }));
    expect(addUp(usageRows, "cost_usd")).toEqual({ sum: BigInt(expected), total: BigInt(expected) });
  });

  it("compares with its forecast, line by line", async () => {
    const report = await getMonthReport(home.actor.workspace, { month: "2027-01" }, NOW);
    expect(
      report.lines.map((line) => [
        line.workflow?.slug ?? null,
        line.stage,
        line.actualNanoUsd,
        line.forecastNanoUsd,
        line.varianceNanoUsd,
        line.direction,
      ]),
    ).toEqual([
      // A thousand pictures at $0.21085; 150.33430679 − 210.85.
      ["landing-heroes", "pilot", "150334306790", "210850000000", "-60515693210", "under"],
      ["avatars", "production", "7500000000", null, "7500000000", "over"],
      [null, null, "3", null, "3", "over"],
    ]);
    expect(report.total).toMatchObject({
      forecastNanoUsd: "210850000000",
      varianceNanoUsd: "-53015693207",
      direction: "under",
    });
    expect(report.monthForecastNanoUsd).toBe("210850000000");
  });

  it("counts and bounds what has no price, and takes none of it for zero", async () => {
    const { total, totals, lines } = await getMonthReport(home.actor.workspace, { month: "2027-01" }, NOW);
    // From low, $0.00588, to high, $0.21072; from not billed to $0.21072; and one that nothing is known of.
    const unpriced = {
      unpricedCalls: 3,
      unboundedCalls: 1,
      boundLowNanoUsd: "5880000",
      boundHighNanoUsd: "421440000",
    };
    expect(total).toMatchObject(unpriced);
    expect(totals).toMatchObject(unpriced);
    expect(lines[0]).toMatchObject({ ...unpriced, calls: 7 });
    const rows = await rowsOf(await exportMonth(home.actor.workspace, { month: "2027-01" }, NOW));
    expect(rows.at(-1)).toMatchObject({
      unpriced_calls: "3",
      unpriced_unbounded_calls: "1",
      unpriced_low_usd: "0.005880000",
      unpriced_high_usd: "0.421440000",
    });
  });

  it("has days without calls as gaps, over which the running sum goes on until today", async () => {
    const { days } = await getMonthReport(home.actor.workspace, { month: "2027-02" }, NOW);
    expect(days).toHaveLength(28);
    expect(days[0]).toMatchObject({ actualNanoUsd: "80100000000", cumulativeNanoUsd: "80100000000" });
    expect(days[4]).toMatchObject({ actualNanoUsd: null, cumulativeNanoUsd: "80100000000" });
    expect(days[9]).toMatchObject({ actualNanoUsd: "900000000", cumulativeNanoUsd: "81000000000" });
    expect(days[10]).toMatchObject({ actualNanoUsd: null, cumulativeNanoUsd: null });
    expect(days[27]?.forecastCumulativeNanoUsd).toBe("210850000000");
  });

  it("without calls is a gap, and without a forecast has none", async () => {
    const { workspace } = home.actor;
    const march = await getMonthReport(workspace, { month: "2027-03" }, NOW);
    expect(march).toMatchObject({ state: "future", total: { calls: 0, varianceNanoUsd: null } });
    expect(march.days.every(({ cumulativeNanoUsd }) => cumulativeNanoUsd === null)).toBe(true);
    const november = await getMonthReport(workspace, { month: "2026-11" }, NOW);
    expect(november).toMatchObject({
      lines: [],
      total: { forecastNanoUsd: null },
      monthForecastNanoUsd: null,
    });
    const { items } = await listMonths(workspace, NOW);
    expect(items.map(({ month, actualNanoUsd }) => [month, actualNanoUsd])).toEqual([
      ["2027-03", null],
      ["2027-02", "81000000000"],
      ["2027-01", "157834306793"],
    ]);
  });

  it("that has not begun counts no call of a clock that runs ahead, on any screen", async () => {
    const { actor } = await createPlanningWorkspace();
    const { workspace } = actor;
    // Half past eleven on the last of January in Berlin, and a call of forty minutes later.
    const lastEvening = new Date("2027-01-31T22:30:00Z");
    await recordCalls(workspace, [call("ahead", "2027-01-31T23:10:00Z", { chargedUsd: "1" })], lastEvening);
    const actuals = async (now: Date) => {
      const { total, totals, days } = await getMonthReport(workspace, { month: "2027-02" }, now);
      const { items } = await listMonths(workspace, now);
      const { months } = await getOverview(workspace, { month: "2027-02" }, now);
      return [
        total.actualNanoUsd,
        totals.costNanoUsd,
        days[0]?.actualNanoUsd ?? "0",
        items.find(({ month }) => month === "2027-02")?.actualNanoUsd ?? "0",
        months.find(({ month }) => month === "2027-02")?.actualNanoUsd ?? "0",
      ];
    };
    expect(await actuals(lastEvening)).toEqual(["0", "0", "0", "0", "0"]);
    expect(new Set(await actuals(NOW))).toEqual(new Set(["1000000000"]));
  });

  it("is answered as the contract says, and nothing besides", async () => {
    const report = await getMonthReport(home.actor.workspace, { month: "2027-01" }, NOW);
    expect(monthReportSchema.parse(report)).toEqual(report);
    const list = await listMonths(home.actor.workspace, NOW);
    expect(reportEndpoints.listMonths.answer?.parse(list)).toEqual(list);
  });

  it("is another workspace's own affair", async () => {
    const { actor } = await createPlanningWorkspace();
    const report = await getMonthReport(actor.workspace, { month: "2027-01" }, NOW);
    expect(report).toMatchObject({ lines: [], totals: { calls: 0, costNanoUsd: "0" } });
    expect((await listMonths(actor.workspace, NOW)).items).toEqual([]);
    const rows = await rowsOf(await exportMonth(actor.workspace, { month: "2027-01" }, NOW));
    expect(rows).toHaveLength(1);
    // Whose workspace decides, not what the caller says of it.
    const foreign = { ...actor.workspace, slug: home.actor.workspace.slug };
    expect((await getMonthReport(foreign, { month: "2027-01" }, NOW)).lines).toEqual([]);
  });
});

describe("a month's file", () => {
  it("is named after the workspace and the month", async () => {
    const response = await exportMonth(home.actor.workspace, { month: "2027-01" }, NOW);
    expect(response.headers.get("Content-Disposition")).toBe(
      `attachment; filename="pixelcast-${home.actor.workspace.slug}-2027-01.csv"`,
    );
  });

  it("has a cell for each thing that a line says", async () => {
    const [first] = await rowsOf(await exportMonth(home.actor.workspace, { month: "2027-01" }, NOW));
    expect(first).toEqual({
      month: "2027-01",
      from: "2027-01-01",
      to: "2027-01-31",
      workflow: "landing-heroes",
      workflow_name: "Landing heroes",
      owner: "",
      cost_centre: "",
      stage: "pilot",
      calls: "7",
      images_delivered: "8",
      actual_usd: "150.334306790",
      forecast_usd: "210.850000000",
      variance_usd: "-60.515693210",
      variance_percent: "-28.70",
      unpriced_calls: "3",
      unpriced_unbounded_calls: "1",
      unpriced_low_usd: "0.005880000",
      unpriced_high_usd: "0.421440000",
    });
  });
});

describe("a filter's file", () => {
  const span = { from: "2027-01-01", to: "2027-02-28" };

  it.each([
    { interval: "day", ...span },
    { interval: "month", ...span, groupBy: "workflow" },
    { interval: "day", ...span, groupBy: "costBasis", workflow: "landing-heroes" },
    { interval: "month", ...span, groupBy: "stage", costBasis: "charged" },
    { interval: "day", ...span, workflow: "nothing-of-this-name" },
  ] as const)("adds up to what the screen shows: $groupBy by $interval", async (query) => {
    const series = await getUsageSeries(home.actor.workspace, query);
    const rows = await rowsOf(await exportUsage(home.actor.workspace, query));
    const shown = BigInt(series.totals.costNanoUsd);
    expect(addUp(rows, "cost_usd")).toEqual({ sum: shown, total: shown });
    const points = series.groups.flatMap(({ points }) => points);
    expect(rows).toHaveLength(points.length + 1);
    expect(
      rows
        .slice(0, -1)
        .map((row) => String(parseUsd(row.cost_usd ?? "")))
        .toSorted(),
    ).toEqual(points.map((point) => point.costNanoUsd).toSorted());
    expect(rows.at(-1)).toMatchObject({
      calls: String(series.totals.calls),
      images_delivered: String(series.totals.imagesDelivered),
      unpriced_calls: String(series.totals.unpricedCalls),
    });
  });

  it("names workflows, also none", async () => {
    const rows = await rowsOf(
      await exportUsage(home.actor.workspace, { interval: "month", ...span, groupBy: "workflow" }),
    );
    expect(rows.map((row) => [row.month, row.workflow, row.workflow_name]).toSorted()).toEqual([
      ["2027-01", "", "No workflow"],
      ["2027-01", "avatars", "avatars"],
      ["2027-01", "landing-heroes", "Landing heroes"],
      ["2027-02", "landing-heroes", "Landing heroes"],
      ["total", "", ""],
    ]);
  });
});

describe("the same calls in three time zones", () => {
  // In nano-dollars 1, 10, 100 and 1,000, so that a sum tells which calls are in it.
  const calls = [
    call("z1", "2026-10-31T06:59:59Z", { chargedUsd: "0.000000001" }),
    // Midnight in Kathmandu, five hours and three quarters ahead.
    call("z2", "2026-10-31T18:15:00Z", { chargedUsd: "0.000000010" }),
    call("z3", "2026-11-01T00:00:00Z", { chargedUsd: "0.000000100" }),
    // Midnight in Los Angeles, seven hours behind until the clocks go back later that night.
    call("z4", "2026-11-01T07:00:00Z", { chargedUsd: "0.000001000" }),
  ];

  it.each([
    { timeZone: "UTC", october: "11", november: "1100" },
    { timeZone: "Asia/Kathmandu", october: "1", november: "1110" },
    { timeZone: "America/Los_Angeles", october: "111", november: "1000" },
  ])("fall into the months of $timeZone and add up", async ({ timeZone, october, november }) => {
    const { actor } = await createPlanningWorkspace();
    const workspace = { ...actor.workspace, timeZone };
    await inWorkspace(workspace.id, (tx) => tx.workspace.updateMany({ data: { timeZone } }));
    await recordCalls(workspace, calls, NOW);

    const { items } = await listMonths(workspace, NOW);
    expect(items.map(({ month, actualNanoUsd }) => [month, actualNanoUsd])).toEqual([
      ["2026-11", november],
      ["2026-10", october],
    ]);
    for (const [month, total] of [
      ["2026-10", october],
      ["2026-11", november],
    ] as const) {
      const report = await getMonthReport(workspace, { month }, NOW);
      expect(report.total.actualNanoUsd).toBe(total);
      const rows = await rowsOf(await exportMonth(workspace, { month }, NOW));
      expect(addUp(rows, "actual_usd")).toEqual({ sum: BigInt(total), total: BigInt(total) });
    }
    expect(BigInt(october) + BigInt(november)).toBe(1111n);
  });
});
