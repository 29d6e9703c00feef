import { describe, expect, test } from "vitest";
import { prepareCumulativeLines } from "./cumulative-lines";

const days = [
  {
    date: "2026-11-01",
    actualNanoUsd: "1000000000",
    cumulativeNanoUsd: "1000000000",
    forecastCumulativeNanoUsd: "900000000",
  },
  {
    date: "2026-11-02",
    actualNanoUsd: null,
    cumulativeNanoUsd: "1000000000",
    forecastCumulativeNanoUsd: "1800000000",
  },
  {
    date: "2026-11-03",
    actualNanoUsd: null,
    cumulativeNanoUsd: null,
    forecastCumulativeNanoUsd: "2700000000",
  },
];

describe("a month as it adds up", () => {
  const lines = prepareCumulativeLines(days, "4000000000", "2026-11-02");

  test("stops where the days that have passed stop", () => {
    expect(lines.columns).toEqual([
      { actual: 1, forecast: 0.9 },
      { actual: 1, forecast: 1.8 },
      { actual: null, forecast: 2.7 },
    ]);
    expect(lines.todayIndex).toBe(1);
  });

  test("has room for the budget", () => {
    expect(lines.budget).toEqual({ dollars: 4, text: "$4.00" });
    expect(lines.axis.max).toBeGreaterThan(4);
  });

  test("tells a quiet day that has passed from one to come", () => {
    expect(lines.readings[1]?.note).toBe("No calls logged on this day");
    expect(lines.readings[2]).toEqual({
      label: "3 Nov 2026",
      rows: [{ seriesId: "forecast", name: "Forecast to date", text: "$2.70" }],
      note: null,
    });
  });

  test("is empty without calls and forecast, whatever the budget", () => {
    const quiet = {
      date: "2026-11-01",
      actualNanoUsd: null,
      cumulativeNanoUsd: null,
      forecastCumulativeNanoUsd: null,
    };
    expect(prepareCumulativeLines([quiet], "1", null).isEmpty).toBe(true);
  });
});
