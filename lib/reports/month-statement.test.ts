import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nanoUsd, parseUsd } from "@/lib/money";
import { dailyForecast, type StatementForecast } from "./forecast-to-date";
import { prepareMonthStatement, type StatementActual, type StatementWorkflow } from "./month-statement";
import { prepareMonthSummary } from "./month-summary";
import { prepareMonthTable } from "./month-table";

const heroes = workflow("heroes", "Landing page heroes");
const photos = workflow("photos", "Product photos");
const avatars = workflow("avatars", "Onboarding avatars");
const workflows = [avatars, heroes, photos];

function workflow(id: string, name: string): StatementWorkflow {
  return { id, slug: `${id}-slug`, name, owner: "Mara", costCentre: "CC-1" };
}

function actual(
  workflowId: string | null,
  stage: StatementActual["stage"],
  usd: string,
  more: Partial<StatementActual> = {},
): StatementActual {
  return {
    workflowId,
    stage,
    costNanoUsd: parseUsd(usd),
    calls: 10,
    imagesDelivered: 9,
    unpricedCalls: 0,
    boundLowNanoUsd: nanoUsd(0n),
    boundHighNanoUsd: nanoUsd(0n),
    unboundedCalls: 0,
    ...more,
  };
}

function forecast(
  workflowId: string,
  stage: StatementForecast["stage"],
  usd: string,
  from = "2026-01-01",
  to = "2027-12-31",
): StatementForecast {
  return { workflowId, stage, forecastNanoUsd: parseUsd(usd), from, to };
}

const october = { month: "2026-10", today: "2026-11-23", workflows };

describe("prepareMonthStatement, a month that is over", () => {
  const statement = prepareMonthStatement({
    ...october,
    actuals: [
      actual("avatars", "pilot", "356.42"),
      actual("photos", "production", "1204.55"),
      actual("heroes", "production", "1812.44"),
      actual(null, null, "7"),
    ],
    forecasts: [
      forecast("heroes", "production", "1760"),
      forecast("photos", "production", "1190"),
      forecast("photos", "pilot", "40"),
      forecast("avatars", "pilot", "310"),
    ],
  });

  it("has a line for whatever has calls or a forecast, the dearest workflow first and none last", () => {
    expect(statement.lines.map((line) => [line.workflow?.id ?? null, line.stage])).toEqual([
      ["heroes", "production"],
      ["photos", "pilot"],
      ["photos", "production"],
      ["avatars", "pilot"],
      [null, null],
    ]);
  });

  it("compares line by line", () => {
    // 52.44 / 1760 = 2.9795…%
    expect(statement.lines[0]).toMatchObject({
      actualNanoUsd: parseUsd("1812.44"),
      forecastNanoUsd: parseUsd("1760"),
      varianceNanoUsd: parseUsd("52.44"),
      varianceBasisPoints: 298,
      direction: "over",
    });
  });

  it("keeps what was forecast and never came", () => {
    expect(statement.lines[1]).toMatchObject({
      actualNanoUsd: 0n,
      calls: 0,
      varianceNanoUsd: parseUsd("-40"),
      varianceBasisPoints: -10_000,
      direction: "under",
    });
  });

  it("has all of an unplanned line as over, without a percentage", () => {
    expect(statement.lines[4]).toMatchObject({
      forecastNanoUsd: null,
      varianceNanoUsd: parseUsd("7"),
      varianceBasisPoints: null,
      direction: "over",
    });
  });

  it("totals every column", () => {
    // 356.42 + 1204.55 + 1812.44 + 7 = 3380.41 against 1760 + 1190 + 40 + 310 = 3300; 80.41 / 3300 = 2.4366…%
    expect(statement.total).toEqual({
      actualNanoUsd: parseUsd("3380.41"),
      forecastNanoUsd: parseUsd("3300"),
      varianceNanoUsd: parseUsd("80.41"),
      varianceBasisPoints: 244,
      direction: "over",
      calls: 40,
      imagesDelivered: 36,
      unpricedCalls: 0,
      boundLowNanoUsd: 0n,
      boundHighNanoUsd: 0n,
      unboundedCalls: 0,
    });
  });

  it("names the whole month as its period", () => {
    expect(statement).toMatchObject({ state: "past", from: "2026-10-01", to: "2026-10-31" });
  });
});

describe("prepareMonthStatement, the open month", () => {
  it("compares with the forecast to date, of a stage that began within the month too", () => {
    const { lines, total, ...period } = prepareMonthStatement({
      month: "2026-11",
      today: "2026-11-23",
      workflows,
      actuals: [actual("heroes", "production", "100"), actual("photos", "pilot", "10")],
      forecasts: [
        forecast("heroes", "production", "120"),
        // Ten days, of which three have begun.
        forecast("photos", "pilot", "30", "2026-11-21"),
      ],
    });
    expect(period).toEqual({ month: "2026-11", state: "open", from: "2026-11-01", to: "2026-11-23" });
    expect(lines.map((line) => line.forecastNanoUsd)).toEqual([parseUsd("92"), parseUsd("9")]);
    expect(lines.map((line) => line.varianceNanoUsd)).toEqual([parseUsd("8"), parseUsd("1")]);
    expect(total).toMatchObject({
      actualNanoUsd: parseUsd("110"),
      forecastNanoUsd: parseUsd("101"),
      varianceNanoUsd: parseUsd("9"),
      varianceBasisPoints: 891,
    });
  });
});

describe("prepareMonthStatement, where there is nothing to compare", () => {
  it("has no variance in a month that nobody forecast", () => {
    const { lines, total } = prepareMonthStatement({
      ...october,
      actuals: [actual("heroes", "pilot", "5")],
      forecasts: [],
    });
    for (const amounts of [...lines, total]) {
      expect(amounts).toMatchObject({
        forecastNanoUsd: null,
        varianceNanoUsd: null,
        varianceBasisPoints: null,
        direction: null,
      });
    }
  });

  it("does not call a month that has not begun under its forecast", () => {
    const { lines, total } = prepareMonthStatement({
      month: "2026-12",
      today: "2026-11-23",
      workflows,
      actuals: [],
      forecasts: [forecast("heroes", "production", "4000")],
    });
    for (const amounts of [...lines, total]) {
      expect(amounts).toMatchObject({
        forecastNanoUsd: parseUsd("4000"),
        varianceNanoUsd: null,
        direction: null,
      });
    }
  });

  it("is empty, with a total of nothing, for an empty month", () => {
    const { lines, total } = prepareMonthStatement({ ...october, actuals: [], forecasts: [] });
    expect(lines).toEqual([]);
    expect(total).toMatchObject({ actualNanoUsd: 0n, forecastNanoUsd: null, calls: 0 });
  });
});

describe("prepareMonthStatement, calls of an unknown workflow", () => {
  it("calls it by its id rather than mixing it with calls that name none", () => {
    const { lines } = prepareMonthStatement({
      ...october,
      actuals: [actual("gone", "pilot", "1"), actual(null, "pilot", "1")],
      forecasts: [],
    });
    expect(lines.map((line) => line.workflow?.name ?? null)).toEqual(["gone", null]);
  });
});

describe("prepareMonthTable", () => {
  it("has a row for each line and the total, in decimals that add up", () => {
    const statement = prepareMonthStatement({
      ...october,
      workflows: [{ ...heroes, name: "=HYPERLINK(1)", owner: null }],
      actuals: [
        actual("heroes", "production", "318.92", { unpricedCalls: 2, boundHighNanoUsd: parseUsd("0.5") }),
        actual(null, null, "0.000000001"),
      ],
      forecasts: [forecast("heroes", "production", "321")],
    });
    expect(prepareMonthTable(statement).map((row) => row.join("|"))).toEqual([
      "month|from|to|workflow|workflow_name|owner|cost_centre|stage|calls|images_delivered|actual_usd|forecast_usd|variance_usd|variance_percent|unpriced_calls|unpriced_unbounded_calls|unpriced_low_usd|unpriced_high_usd",
      "2026-10|2026-10-01|2026-10-31|heroes-slug|'=HYPERLINK(1)||CC-1|production|10|9|318.920000000|321.000000000|-2.080000000|-0.65|2|0|0.000000000|0.500000000",
      "2026-10|2026-10-01|2026-10-31||No workflow||||10|9|0.000000001||0.000000001||0|0|0.000000000|0.000000000",
      "total|2026-10-01|2026-10-31||||||20|18|318.920000001|321.000000000|-2.079999999|-0.65|2|0|0.000000000|0.500000000",
    ]);
  });
});

describe("a statement, always", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const cell = fc.record({
    workflowId: fc.constantFrom("avatars", "heroes", "photos"),
    stage: fc.constantFrom("prototype" as const, "pilot" as const, "production" as const),
  });
  const input = fc.record({
    today: fc.constantFrom("2026-10-31", "2026-11-01", "2026-11-17", "2026-11-30", "2027-01-05"),
    actuals: fc.uniqueArray(fc.tuple(cell, amount), { selector: ([key]) => JSON.stringify(key) }),
    forecasts: fc.uniqueArray(fc.tuple(cell, amount), { selector: ([key]) => JSON.stringify(key) }),
  });

  it("has totals that are the sums of its lines, and of nothing else", () => {
    fc.assert(
      fc.property(input, ({ today, actuals, forecasts }) => {
        const { lines, total } = prepareMonthStatement({
          month: "2026-11",
          today,
          workflows,
          actuals: actuals.map(([key, cost]) => ({
            ...actual(null, null, "0"),
            ...key,
            costNanoUsd: nanoUsd(cost),
          })),
          forecasts: forecasts.map(([key, value]) => ({
            ...forecast(key.workflowId, key.stage, "0"),
            forecastNanoUsd: value,
          })),
        });
        const sum = (of: (line: (typeof lines)[number]) => bigint | null) =>
          lines.reduce((added, line) => added + (of(line) ?? 0n), 0n);
        expect(total.actualNanoUsd).toBe(actuals.reduce((added, [, cost]) => added + cost, 0n));
        expect(total.actualNanoUsd).toBe(sum((line) => line.actualNanoUsd));
        expect(total.forecastNanoUsd ?? 0n).toBe(sum((line) => line.forecastNanoUsd));
        expect(total.varianceNanoUsd ?? 0n).toBe(sum((line) => line.varianceNanoUsd));
        const { actualNanoUsd, forecastNanoUsd, varianceNanoUsd, varianceBasisPoints, direction } = total;
        expect(
          prepareMonthSummary({
            month: "2026-11",
            today,
            actualNanoUsd,
            forecasts: forecasts.map(([key, value]) => ({
              ...forecast(key.workflowId, key.stage, "0"),
              forecastNanoUsd: value,
            })),
          }),
        ).toMatchObject({ actualNanoUsd, forecastNanoUsd, varianceNanoUsd, varianceBasisPoints, direction });
        expect(lines).toHaveLength(
          new Set([...actuals, ...forecasts].map(([key]) => `${key.workflowId} ${key.stage}`)).size,
        );
      }),
    );
  });

  it("has daily forecasts that sum to the forecasts", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, amount), { minLength: 1 }), (forecasts) => {
        const days = dailyForecast(
          forecasts.map(([key, value]) => ({
            ...forecast(key.workflowId, key.stage, "0", "2026-11-12"),
            forecastNanoUsd: value,
          })),
          "2026-11",
        );
        expect(days?.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n)).toBe(
          forecasts.reduce((sum, [, value]) => sum + value, 0n),
        );
      }),
    );
  });

  it("has no daily forecast where there is none, which is not zero", () => {
    expect(dailyForecast([], "2026-11")).toBeNull();
  });
});
