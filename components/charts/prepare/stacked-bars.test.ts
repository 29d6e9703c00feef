import { describe, expect, test } from "vitest";
import { prepareStackedBars } from "./stacked-bars";

const series = [
  { id: "baseline", name: "Baseline", color: "blue", amountsNanoUsd: ["2000000000", "2000000000", null] },
  { id: "growth", name: "Growth", color: "teal", amountsNanoUsd: ["0", "500000001", null] },
];

describe("a stacked bar chart", () => {
  const bars = prepareStackedBars({
    periods: ["2026-10", "2026-11", "2026-12"],
    series,
    comparison: { name: "Version 3", amountsNanoUsd: ["1000000000", "3000000000", null] },
    notes: [null, null, "No calls logged"],
  });

  test("stacks from the ground up and knows a gap from a zero", () => {
    expect(bars.columns).toEqual([
      { layers: [2, 0], total: 2, comparison: 1 },
      { layers: [2, 0.500000001], total: 2.500000001, comparison: 3 },
      { layers: [0, 0], total: null, comparison: null },
    ]);
    expect(bars.readings[2]).toEqual({ label: "December 2026", rows: [], note: "No calls logged" });
  });

  test("reads from the top down, without layers of nothing, with the sum and what it is compared with", () => {
    expect(bars.readings[1]?.rows.map((row) => `${row.name} ${row.text}`)).toEqual([
      "Growth $0.50",
      "Baseline $2.00",
      "Total $2.50",
      "Version 3 $3.00",
    ]);
    expect(bars.readings[0]?.rows.map((row) => row.name)).toEqual(["Baseline", "Version 3"]);
  });

  test("has an axis that holds the comparison too", () => {
    expect(bars.axis.max).toBeGreaterThan(3);
  });

  test("lists every period and sums exactly", () => {
    expect(bars.table.columns.map((column) => column.name)).toEqual([
      "Month",
      "Baseline",
      "Growth",
      "Total",
      "Version 3",
    ]);
    expect(bars.table.rows[1]?.map((cell) => cell.raw)).toEqual([
      "2026-11",
      "2.000000000",
      "0.500000001",
      "2.500000001",
      "3.000000000",
    ]);
    expect(bars.table.total?.map((cell) => cell.raw)).toEqual([
      "Total",
      "4.000000000",
      "0.500000001",
      "4.500000001",
      "4.000000000",
    ]);
  });

  test("has no total where nothing is known, which is not a total of zero", () => {
    const { table } = prepareStackedBars({
      periods: ["2026-11-01"],
      series: [
        { id: "known", name: "Known", color: "blue", amountsNanoUsd: ["5000000000"] },
        { id: "unknown", name: "Unknown", color: "grey", amountsNanoUsd: [null] },
      ],
    });
    expect(table.total?.map((cell) => cell.text)).toEqual(["Total", "$5.00", "—", "$5.00"]);
  });

  test("is empty without a single amount", () => {
    expect(prepareStackedBars({ periods: ["2026-11-01"], series: [] }).isEmpty).toBe(true);
    expect(
      prepareStackedBars({ periods: ["2026-11-01"], series: [{ ...series[0]!, amountsNanoUsd: [null] }] })
        .isEmpty,
    ).toBe(true);
  });
});
