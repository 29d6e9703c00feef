import { describe, expect, it } from "vitest";
import { parseUsd } from "@/lib/money";
import { prepareMonthSummary } from "./month-summary";

const forecasts = [
  {
    workflowId: "heroes",
    stage: "pilot" as const,
    forecastNanoUsd: parseUsd("300"),
    from: "2026-01-01",
    to: "2027-12-31",
  },
];

describe("prepareMonthSummary", () => {
  it("is under by the whole forecast where nothing was logged, which is still not an actual of zero", () => {
    expect(
      prepareMonthSummary({ month: "2026-09", today: "2026-11-23", actualNanoUsd: null, forecasts }),
    ).toEqual({
      month: "2026-09",
      state: "past",
      actualNanoUsd: null,
      forecastNanoUsd: parseUsd("300"),
      varianceNanoUsd: parseUsd("-300"),
      varianceBasisPoints: -10_000,
      direction: "under",
    });
  });

  it("compares the open month with the forecast to date", () => {
    const summary = prepareMonthSummary({
      month: "2026-11",
      today: "2026-11-10",
      actualNanoUsd: parseUsd("110"),
      forecasts,
    });
    expect(summary).toMatchObject({ forecastNanoUsd: parseUsd("100"), varianceBasisPoints: 1000 });
  });

  it("compares nothing with a month to come, and nothing with no forecast", () => {
    const day = { today: "2026-11-10", actualNanoUsd: null };
    expect(prepareMonthSummary({ month: "2026-12", forecasts, ...day }).varianceNanoUsd).toBeNull();
    expect(prepareMonthSummary({ month: "2026-10", forecasts: [], ...day }).varianceNanoUsd).toBeNull();
  });
});
