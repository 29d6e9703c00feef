import { formatUsd, nanoUsd } from "@/lib/money";
import { type ChartTable, amountCell, textCell } from "./chart-table";
import { type AxisPeriod, preparePeriods } from "./period-axis";
import { plotDollars } from "./plot-amount";
import { type PointReading, readingRow } from "./point-reading";
import { type ValueAxis, prepareValueAxis } from "./value-axis";

export interface DayAmounts {
  date: string;
  actualNanoUsd: string | null;
  /** Null after the last day that has passed. */
  cumulativeNanoUsd: string | null;
  forecastCumulativeNanoUsd: string | null;
}

export interface CumulativeLines {
  periods: AxisPeriod[];
  columns: { actual: number | null; forecast: number | null }[];
  budget: { dollars: number; text: string } | null;
  axis: ValueAxis;
  todayIndex: number | null;
  readings: PointReading[];
  table: ChartTable;
  isEmpty: boolean;
}

/** A month's cost as it added up day by day, beside its forecast and under its budget. */
export function prepareCumulativeLines(
  days: readonly DayAmounts[],
  budgetNanoUsd: string | null,
  today: string | null,
): CumulativeLines {
  const periods = preparePeriods(days.map((day) => day.date));
  const columns = days.map((day) => ({
    actual: day.cumulativeNanoUsd === null ? null : plotDollars(day.cumulativeNanoUsd),
    forecast: day.forecastCumulativeNanoUsd === null ? null : plotDollars(day.forecastCumulativeNanoUsd),
  }));
  const budget =
    budgetNanoUsd === null
      ? null
      : { dollars: plotDollars(budgetNanoUsd), text: formatUsd(nanoUsd(BigInt(budgetNanoUsd))) };
  const todayIndex = today === null ? -1 : days.findIndex((day) => day.date === today);
  return {
    periods,
    columns,
    budget,
    axis: prepareValueAxis([
      ...columns.flatMap((column) => [column.actual, column.forecast]),
      budget?.dollars ?? null,
    ]),
    todayIndex: todayIndex >= 0 ? todayIndex : null,
    readings: days.map((day, index) => prepareReading(day, periods[index]?.longLabel ?? day.date)),
    table: prepareTable(days, periods),
    isEmpty: columns.every((column) => column.actual === null && column.forecast === null),
  };
}

function prepareReading(day: DayAmounts, label: string): PointReading {
  const rows = [
    ...(day.cumulativeNanoUsd === null
      ? []
      : [readingRow("actual", "Actual to date", day.cumulativeNanoUsd)]),
    ...(day.forecastCumulativeNanoUsd === null
      ? []
      : [readingRow("forecast", "Forecast to date", day.forecastCumulativeNanoUsd)]),
    ...(day.actualNanoUsd === null ? [] : [readingRow(null, "On this day", day.actualNanoUsd)]),
  ];
  const isPassed = day.cumulativeNanoUsd !== null;
  return { label, rows, note: isPassed && day.actualNanoUsd === null ? "No calls logged on this day" : null };
}

function prepareTable(days: readonly DayAmounts[], periods: readonly AxisPeriod[]): ChartTable {
  return {
    columns: [
      { name: "Day", isNumeric: false },
      ...["On the day", "Actual to date", "Forecast to date"].map((name) => ({ name, isNumeric: true })),
    ],
    rows: days.map((day, index) => [
      textCell(periods[index]?.longLabel ?? day.date, day.date),
      amountCell(day.actualNanoUsd),
      amountCell(day.cumulativeNanoUsd),
      amountCell(day.forecastCumulativeNanoUsd),
    ]),
    total: null,
  };
}
