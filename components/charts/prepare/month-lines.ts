import { formatUsdEstimate, nanoUsd } from "@/lib/money";
import { formatDate, monthOf, daysInMonth } from "@/lib/time";
import { type ChartTable, amountCell, textCell } from "./chart-table";
import { type AxisPeriod, preparePeriods } from "./period-axis";
import { plotDollars } from "./plot-amount";
import { type PointReading, readingRow } from "./point-reading";
import { type ValueAxis, prepareValueAxis } from "./value-axis";

export interface MonthAmounts {
  month: string;
  /** Null for a month without a logged call. Of the open month, the amount up to today. */
  actualNanoUsd: string | null;
  forecastNanoUsd: string | null;
  budgetNanoUsd: string | null;
  unpricedCalls: number;
  state: "past" | "open" | "future";
}

/** One month of the drawing, in dollars; null is a gap. */
export interface MonthColumn {
  /** Actual of closed months only: what is still running is not comparable with a whole month's forecast. */
  actual: number | null;
  forecast: number | null;
  budget: number | null;
  /** The dotted line: the last closed month's actual, then the outlook. */
  outlook: number | null;
  /** What the open month has cost up to today. */
  soFar: number | null;
}

export interface MonthLines {
  periods: AxisPeriod[];
  columns: MonthColumn[];
  axis: ValueAxis;
  /** Where today falls, in months from the middle of the first one; null when outside. */
  today: { position: number; label: string } | null;
  openIndex: number | null;
  outlookLabel: string | null;
  readings: PointReading[];
  table: ChartTable;
  isEmpty: boolean;
}

/** What the twelve-month chart draws, says and lists. The outlook belongs to the open month. */
export function prepareMonthLines(
  months: readonly MonthAmounts[],
  outlookNanoUsd: string | null,
  today: string,
): MonthLines {
  const openIndex = months.findIndex((month) => month.state === "open");
  const outlook = openIndex >= 0 ? outlookNanoUsd : null;
  const columns = months.map((month, index) =>
    prepareColumn(month, index, openIndex, outlook, months[openIndex - 1]),
  );
  const periods = preparePeriods(months.map((month) => month.month));
  return {
    periods,
    columns,
    axis: prepareValueAxis(columns.flatMap((column) => Object.values(column) as (number | null)[])),
    today: prepareToday(months, today),
    openIndex: openIndex >= 0 ? openIndex : null,
    outlookLabel: outlook === null ? null : formatUsdEstimate(nanoUsd(BigInt(outlook))),
    readings: months.map((month, index) =>
      prepareReading(month, periods[index]?.longLabel ?? month.month, outlook),
    ),
    table: prepareTable(months, periods, outlook),
    isEmpty: months.every((month) => month.actualNanoUsd === null && month.forecastNanoUsd === null),
  };
}

function prepareColumn(
  month: MonthAmounts,
  index: number,
  openIndex: number,
  outlook: string | null,
  lastClosed: MonthAmounts | undefined,
): MonthColumn {
  const isLastClosed = outlook !== null && index === openIndex - 1;
  const dotted = index === openIndex ? outlook : isLastClosed ? (lastClosed?.actualNanoUsd ?? null) : null;
  return {
    actual: month.state === "past" ? dollarsOrGap(month.actualNanoUsd) : null,
    forecast: dollarsOrGap(month.forecastNanoUsd),
    budget: dollarsOrGap(month.budgetNanoUsd),
    outlook: dollarsOrGap(dotted),
    soFar: month.state === "open" ? dollarsOrGap(month.actualNanoUsd) : null,
  };
}

const dollarsOrGap = (amountNanoUsd: string | null) =>
  amountNanoUsd === null ? null : plotDollars(amountNanoUsd);

function prepareToday(months: readonly MonthAmounts[], today: string): MonthLines["today"] {
  const month = monthOf(today);
  const index = months.findIndex((candidate) => candidate.month === month);
  if (index < 0) return null;
  // The day's middle, as a share of its month, whose place reaches half a unit to both sides.
  const share = (Number(today.slice(8)) - 0.5) / daysInMonth(month);
  return { position: index - 0.5 + share, label: `Today, ${formatDate(today).slice(0, -5)}` };
}

function prepareReading(month: MonthAmounts, label: string, outlook: string | null): PointReading {
  const isOpen = month.state === "open";
  const rows = [
    ...(month.actualNanoUsd === null
      ? []
      : [readingRow("actual", isOpen ? "Actual so far" : "Actual", month.actualNanoUsd)]),
    ...(isOpen && outlook !== null ? [readingRow("outlook", "Outlook", outlook)] : []),
    ...(month.forecastNanoUsd === null ? [] : [readingRow("forecast", "Forecast", month.forecastNanoUsd)]),
    ...(month.budgetNanoUsd === null ? [] : [readingRow("budget", "Budget", month.budgetNanoUsd)]),
  ];
  return { label, rows, note: prepareNote(month) };
}

function prepareNote(month: MonthAmounts): string | null {
  if (month.actualNanoUsd === null && month.state !== "future") return "No calls logged";
  if (month.unpricedCalls === 0) return null;
  const calls = month.unpricedCalls === 1 ? "1 call" : `${month.unpricedCalls.toLocaleString("en-US")} calls`;
  return `${calls} unpriced, not in the actual`;
}

function prepareTable(
  months: readonly MonthAmounts[],
  periods: readonly AxisPeriod[],
  outlook: string | null,
): ChartTable {
  return {
    columns: [
      { name: "Month", isNumeric: false },
      ...["Actual", "Outlook", "Forecast", "Budget"].map((name) => ({ name, isNumeric: true })),
    ],
    rows: months.map((month, index) => [
      textCell(
        `${periods[index]?.longLabel ?? month.month}${month.state === "open" ? ", so far" : ""}`,
        month.month,
      ),
      amountCell(month.actualNanoUsd),
      amountCell(month.state === "open" ? outlook : null),
      amountCell(month.forecastNanoUsd),
      amountCell(month.budgetNanoUsd),
    ]),
    total: null,
  };
}
