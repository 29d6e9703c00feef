import { type ChartTable, textCell } from "./chart-table";
import { type ChartUnit, measureCell, measureText, shortMeasureText, UNIT_WORDS } from "./measure-text";
import type { AxisPeriod } from "./period-axis";
import type { PointReading, ReadingRow } from "./point-reading";
import { type ValueAxis, prepareValueAxis } from "./value-axis";

/** Values by period in billionths of the unit, null for a gap, and what they come to over all periods. */
export interface MeasureSeries {
  id: string;
  name: string;
  color: string;
  values: readonly (bigint | null)[];
  total: bigint | null;
}

export interface MeasurePlotInput {
  unit: ChartUnit;
  /** Bars stand on one another, which makes sense of parts that add up; ratios are lines beside one another. */
  form: "bars" | "lines";
  periods: readonly AxisPeriod[];
  /** Over the first column of the table. */
  periodWord: string;
  series: readonly MeasureSeries[];
  /** Of all series together: of ratios it is no sum. */
  all: Pick<MeasureSeries, "values" | "total">;
  comparison: Pick<MeasureSeries, "name" | "values" | "total"> | null;
  /** For each period what is left out of it, or why there is nothing. */
  notes: readonly (string | null)[];
}

export interface MeasurePlotData {
  form: "bars" | "lines";
  periods: readonly AxisPeriod[];
  series: { id: string; color: string }[];
  /** Positions for the drawing only, in the order of the series. */
  columns: { layers: number[]; points: (number | null)[]; total: number | null; comparison: number | null }[];
  axis: ValueAxis;
  readings: PointReading[];
  table: ChartTable;
  isEmpty: boolean;
}

/** What a chart of one measure draws, says and lists. */
export function prepareMeasurePlot(input: MeasurePlotInput): MeasurePlotData {
  const { form, unit, periods, series, all, comparison } = input;
  const columns = periods.map((_, index) => {
    const points = series.map((each) => position(each.values[index]));
    return {
      points,
      layers: points.map((point) => point ?? 0),
      total: position(all.values[index]),
      comparison: position(comparison?.values[index]),
    };
  });
  return {
    form,
    periods,
    series: series.map(({ id, color }) => ({ id, color })),
    columns,
    axis: prepareAxis(
      unit,
      columns.flatMap((column) => [column.comparison, ...(form === "bars" ? [column.total] : column.points)]),
    ),
    readings: periods.map(({ longLabel }, index) => ({
      label: longLabel,
      rows: prepareRows(input, index),
      note: input.notes[index] ?? null,
    })),
    table: prepareTable(input),
    isEmpty: columns.every(({ points }) => points.every((point) => point === null)),
  };
}

/** A place on an axis and nothing else: what is written is made from the exact value. */
function position(nano: bigint | null | undefined): number | null {
  return nano === null || nano === undefined ? null : Number(nano) / 1e9;
}

function prepareAxis(unit: ChartUnit, values: readonly (number | null)[]): ValueAxis {
  const axis = prepareValueAxis(values, 4, (nano) => shortMeasureText(unit, nano));
  if (unit !== "count") return axis;
  return { ...axis, ticks: axis.ticks.filter(({ value }) => Number.isInteger(value)) };
}

/** Bars from the top down, as the eye meets them, and without zeros; then all together and what it is compared with. */
function prepareRows({ unit, form, series, all, comparison }: MeasurePlotInput, index: number): ReadingRow[] {
  const row = (seriesId: string | null, name: string, nano: bigint | null | undefined): ReadingRow[] =>
    nano === null || nano === undefined ? [] : [{ seriesId, name, text: measureText(unit, nano) }];
  const ordered = form === "bars" ? series.toReversed() : series;
  const rows = ordered.flatMap(({ id, name, values }) =>
    form === "bars" && values[index] === 0n ? [] : row(id, name, values[index]),
  );
  return [
    ...rows,
    ...(rows.length === 1 ? [] : row(null, form === "bars" ? "Total" : "All", all.values[index])),
    ...(comparison ? row("comparison", comparison.name, comparison.values[index]) : []),
  ];
}

function prepareTable(input: MeasurePlotInput): ChartTable {
  const { unit, form, periods, periodWord, series, all, comparison } = input;
  const head = { isNumeric: true, unit: UNIT_WORDS[unit] };
  // With one series its column is the total already.
  const hasAll = series.length !== 1;
  const cells = (read: (values: Pick<MeasureSeries, "values" | "total">) => bigint | null) => [
    ...series.map((each) => measureCell(unit, read(each))),
    ...(hasAll ? [measureCell(unit, read(all))] : []),
    ...(comparison
      ? [measureCell(unit, read(comparison)), measureCell(unit, difference(read(all), read(comparison)))]
      : []),
  ];
  return {
    columns: [
      { name: periodWord, isNumeric: false },
      ...series.map(({ name }) => ({ name, ...head })),
      ...(hasAll ? [{ name: form === "bars" ? "Total" : "All", ...head }] : []),
      ...(comparison
        ? [
            { name: comparison.name, ...head },
            { name: "Difference", ...head },
          ]
        : []),
    ],
    rows: periods.map((period, index) => [
      textCell(period.longLabel, period.key),
      ...cells(({ values }) => values[index] ?? null),
    ]),
    total: [textCell("Total"), ...cells(({ total }) => total)],
  };
}

function difference(now: bigint | null, before: bigint | null): bigint | null {
  return now === null || before === null ? null : now - before;
}
