import { describe, expect, test } from "vitest";
import { type MonthAmounts, prepareMonthLines } from "./month-lines";

const usd = (dollars: number) => `${dollars}000000000`;

const month = (
  key: string,
  state: MonthAmounts["state"],
  amounts: Partial<MonthAmounts> = {},
): MonthAmounts => ({
  month: key,
  state,
  actualNanoUsd: null,
  forecastNanoUsd: null,
  budgetNanoUsd: null,
  unpricedCalls: 0,
  ...amounts,
});

const year = [
  month("2026-08", "past", { actualNanoUsd: usd(10), forecastNanoUsd: usd(9) }),
  month("2026-09", "past"),
  month("2026-10", "past", { actualNanoUsd: usd(30), forecastNanoUsd: usd(28), unpricedCalls: 3 }),
  month("2026-11", "open", { actualNanoUsd: usd(20), forecastNanoUsd: usd(35), budgetNanoUsd: usd(40) }),
  month("2026-12", "future", { forecastNanoUsd: usd(38) }),
];

describe("the twelve-month chart", () => {
  const lines = prepareMonthLines(year, usd(37), "2026-11-15");

  test("leaves a gap where no call was logged instead of drawing zero", () => {
    expect(lines.columns.map((column) => column.actual)).toEqual([10, null, 30, null, null]);
    expect(lines.readings[1]).toEqual({ label: "September 2026", rows: [], note: "No calls logged" });
  });

  test("draws zero as zero", () => {
    const zero = prepareMonthLines([month("2026-10", "past", { actualNanoUsd: "0" })], null, "2026-11-15");
    expect(zero.columns[0]?.actual).toBe(0);
    expect(zero.isEmpty).toBe(false);
  });

  test("runs the outlook from the last closed month to the open one", () => {
    expect(lines.columns.map((column) => column.outlook)).toEqual([null, null, 30, 37, null]);
    expect(lines.openIndex).toBe(3);
    expect(lines.outlookLabel).toBe("$37.00");
  });

  test("does not join the amount so far to closed months, and names it so", () => {
    expect(lines.columns[3]?.actual).toBeNull();
    expect(lines.columns.map((column) => column.soFar)).toEqual([null, null, null, 20, null]);
    expect(lines.readings[3]?.rows.map((row) => `${row.name} ${row.text}`)).toEqual([
      "Actual so far $20.00",
      "Outlook $37.00",
      "Forecast $35.00",
      "Budget $40.00",
    ]);
  });

  test("places today within its month", () => {
    // 14.5 of 30 days have passed: just left of November's middle, which is 3.
    expect(lines.today?.position).toBeCloseTo(3 - 0.5 + 14.5 / 30, 10);
    expect(lines.today?.label).toBe("Today, 15 Nov");
    expect(prepareMonthLines(year, null, "2027-03-01").today).toBeNull();
  });

  test("says what is not in an actual", () => {
    expect(lines.readings[2]?.note).toBe("3 calls unpriced, not in the actual");
  });

  test("lists every month with exact amounts", () => {
    expect(lines.table.rows[3]?.map((cell) => cell.raw)).toEqual([
      "2026-11",
      "20.000000000",
      "37.000000000",
      "35.000000000",
      "40.000000000",
    ]);
    expect(lines.table.rows[1]?.map((cell) => cell.text)).toEqual(["September 2026", "—", "—", "—", "—"]);
  });

  test("has no outlook line when no month is open", () => {
    const past = prepareMonthLines(year.slice(0, 3), usd(37), "2026-11-15");
    expect(past.columns.every((column) => column.outlook === null)).toBe(true);
    expect(past.today).toBeNull();
  });

  test("is empty when there is neither an actual nor a forecast", () => {
    expect(
      prepareMonthLines([month("2026-11", "open", { budgetNanoUsd: usd(5) })], null, "2026-11-15").isEmpty,
    ).toBe(true);
  });
});
