import { expect, test } from "vitest";
import { chartCsv } from "./chart-table";
import { type MeasurePlotInput, prepareMeasurePlot } from "./measure-plot";
import { preparePeriods } from "./period-axis";

const ONE = 1_000_000_000n;

const input = (rest: Partial<MeasurePlotInput>): MeasurePlotInput => ({
  unit: "usd",
  form: "bars",
  periods: preparePeriods(["2026-11-01", "2026-11-02"]),
  periodWord: "Day",
  series: [
    { id: "a", name: "Avatars", color: "red", values: [ONE, null], total: ONE },
    { id: "b", name: "=Heroes", color: "blue", values: [2n, 0n], total: 2n },
  ],
  all: { values: [ONE + 2n, 0n], total: ONE + 2n },
  comparison: null,
  notes: [null, "No calls logged"],
  ...rest,
});

test("bars are listed from the top, without zeros, with their total and what is left out", () => {
  const { readings, isEmpty } = prepareMeasurePlot(input({}));
  expect(isEmpty).toBe(false);
  expect(readings.map(({ rows, note }) => [rows.map(({ name, text }) => [name, text]), note])).toEqual([
    [
      [
        ["=Heroes", "$0.00"],
        ["Avatars", "$1.00"],
        ["Total", "$1.00"],
      ],
      null,
    ],
    [[["Total", "$0.00"]], "No calls logged"],
  ]);
});

test("the file has every digit, the unit and the difference to the span before", () => {
  const comparison = { name: "Previous period", values: [5n, null], total: 5n };
  expect(chartCsv(prepareMeasurePlot(input({ comparison })).table).split("\r\n")).toEqual([
    "Day,Avatars (USD),'=Heroes (USD),Total (USD),Previous period (USD),Difference (USD)",
    "2026-11-01,1.000000000,0.000000002,1.000000002,0.000000005,0.999999997",
    "2026-11-02,,0.000000000,0.000000000,,",
    "Total,1.000000000,0.000000002,1.000000002,0.000000005,0.999999997",
    "",
  ]);
});

test("counts are whole on the axis and in the file, shares are per cent", () => {
  const counts = prepareMeasurePlot(
    input({
      unit: "count",
      series: [{ id: "a", name: "Calls", color: "red", values: [ONE, 2n * ONE], total: 3n * ONE }],
      all: { values: [ONE, 2n * ONE], total: 3n * ONE },
    }),
  );
  expect(counts.axis.ticks.map(({ label }) => label)).toEqual(["0", "1", "2"]);
  expect(chartCsv(counts.table)).toBe("Day,Calls\r\n2026-11-01,1\r\n2026-11-02,2\r\nTotal,3\r\n");

  const shares = prepareMeasurePlot(
    input({
      unit: "share",
      form: "lines",
      series: [{ id: "a", name: "Errors", color: "red", values: [ONE / 8n, null], total: ONE / 8n }],
      all: { values: [ONE / 8n, null], total: ONE / 8n },
    }),
  );
  expect(shares.readings[0]?.rows).toEqual([{ seriesId: "a", name: "Errors", text: "12.5%" }]);
  expect(chartCsv(shares.table)).toContain("Errors (%)\r\n2026-11-01,12.500000000\r\n2026-11-02,\r\n");
});

test("lines reach as high as the highest of them, and the one that they are compared with", () => {
  const { axis, columns } = prepareMeasurePlot(
    input({ form: "lines", comparison: { name: "Before", values: [8n * ONE, null], total: 8n * ONE } }),
  );
  expect(axis.max).toBeGreaterThanOrEqual(8);
  expect(columns[1]).toEqual({ layers: [0, 0], points: [null, 0], total: 0, comparison: null });
});
