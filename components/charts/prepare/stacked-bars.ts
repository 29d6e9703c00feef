import { nanoUsd, sumNanoUsd } from "@/lib/money";
import { type ChartTable, amountCell, textCell } from "./chart-table";
import { type AxisPeriod, preparePeriods } from "./period-axis";
import { plotDollars } from "./plot-amount";
import { type PointReading, readingRow } from "./point-reading";
import { type ValueAxis, prepareValueAxis } from "./value-axis";

/** One layer of a stack, with an exact amount for each period; null is a period without data. */
export interface StackSeries {
  id: string;
  name: string;
  color: string;
  amountsNanoUsd: readonly (string | null)[];
}

export interface StackedBars {
  periods: AxisPeriod[];
  /** From the ground up. */
  series: { id: string; name: string; color: string }[];
  /** Dollars of each layer in each period, in the order of the series. */
  columns: { layers: number[]; total: number | null; comparison: number | null }[];
  axis: ValueAxis;
  readings: PointReading[];
  table: ChartTable;
  hasComparison: boolean;
  isEmpty: boolean;
}

export interface StackedBarsInput {
  /** Days or months, in order. */
  periods: readonly string[];
  /** From the ground up. */
  series: readonly StackSeries[];
  comparison?: Comparison | null;
  /** For each period what its bar leaves out, or why there is none. */
  notes?: readonly (string | null)[];
}

interface Comparison {
  name: string;
  amountsNanoUsd: readonly (string | null)[];
}

/** What a stacked bar chart draws, says and lists. */
export function prepareStackedBars({
  periods: periodKeys,
  series,
  comparison = null,
  notes = [],
}: StackedBarsInput): StackedBars {
  const periods = preparePeriods(periodKeys);
  const totals = periodKeys.map((_, index) =>
    sumOrGap(series.map((layer) => layer.amountsNanoUsd[index] ?? null)),
  );
  const columns = periodKeys.map((_, index) => ({
    layers: series.map((layer) => dollarsOr(layer.amountsNanoUsd[index], 0)),
    total: dollarsOr(totals[index], null),
    comparison: dollarsOr(comparison?.amountsNanoUsd[index], null),
  }));
  return {
    periods,
    series: series.map(({ id, name, color }) => ({ id, name, color })),
    columns,
    axis: prepareValueAxis(columns.flatMap((column) => [column.total, column.comparison])),
    readings: periods.map((period, index) => ({
      label: period.longLabel,
      rows: prepareRows(series, totals[index] ?? null, comparison, index),
      note: notes[index] ?? null,
    })),
    table: prepareTable(periods, series, totals, comparison),
    hasComparison: comparison !== null,
    isEmpty: totals.every((total) => total === null),
  };
}

function sumOrGap(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length === 0) return null;
  return sumNanoUsd(known.map((amount) => nanoUsd(BigInt(amount)))).toString();
}

function dollarsOr<Gap>(amountNanoUsd: string | null | undefined, gap: Gap): number | Gap {
  return amountNanoUsd === null || amountNanoUsd === undefined ? gap : plotDollars(amountNanoUsd);
}

/** From the top down, as the eye meets the layers, without those that are zero; then the sum. */
function prepareRows(
  series: readonly StackSeries[],
  total: string | null,
  comparison: Comparison | null,
  index: number,
) {
  const layers = series.toReversed().flatMap((layer) => {
    const amount = layer.amountsNanoUsd[index] ?? null;
    return amount === null || amount === "0" ? [] : [readingRow(layer.id, layer.name, amount)];
  });
  const compared = comparison?.amountsNanoUsd[index] ?? null;
  return [
    ...layers,
    ...(total !== null && layers.length !== 1 ? [readingRow(null, "Total", total)] : []),
    ...(comparison && compared !== null ? [readingRow("comparison", comparison.name, compared)] : []),
  ];
}

function prepareTable(
  periods: readonly AxisPeriod[],
  series: readonly StackSeries[],
  totals: readonly (string | null)[],
  comparison: Comparison | null,
): ChartTable {
  const isMonthly = periods[0]?.key.length === 7;
  const sums = series.map((layer) => sumOrGap(layer.amountsNanoUsd));
  // With one series its column is the total already.
  const hasTotal = series.length > 1;
  return {
    columns: [
      { name: isMonthly ? "Month" : "Day", isNumeric: false },
      ...series.map((layer) => ({ name: layer.name, isNumeric: true })),
      ...(hasTotal ? [{ name: "Total", isNumeric: true }] : []),
      ...(comparison ? [{ name: comparison.name, isNumeric: true }] : []),
    ],
    rows: periods.map((period, index) => [
      textCell(period.longLabel, period.key),
      ...series.map((layer) => amountCell(layer.amountsNanoUsd[index] ?? null)),
      ...(hasTotal ? [amountCell(totals[index] ?? null)] : []),
      ...(comparison ? [amountCell(comparison.amountsNanoUsd[index] ?? null)] : []),
    ]),
    total: [
      textCell("Total"),
      ...sums.map((sum) => amountCell(sum)),
      ...(hasTotal ? [amountCell(sumOrGap(sums))] : []),
      ...(comparison ? [amountCell(sumOrGap(comparison.amountsNanoUsd))] : []),
    ],
  };
}
