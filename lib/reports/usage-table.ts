import type { NanoUsd } from "@/lib/money";
import { amountCell, textCell } from "./csv-cell";

/** What the calls of one period, and perhaps of one group within it, add up to. */
interface UsageTableRow extends UsageTableSums {
  /** YYYY-MM-DD or YYYY-MM. */
  period: string;
  /** The group's value, and its name where it has one besides; empty where the table is not grouped. */
  group: readonly (string | null)[];
}

export interface UsageTableSums {
  calls: number;
  imagesRequested: number;
  imagesDelivered: number;
  imagesAccepted: number;
  imagesJudged: number;
  costNanoUsd: NanoUsd;
  paidLossNanoUsd: NanoUsd;
  reworkNanoUsd: NanoUsd;
  unpricedCalls: number;
  unboundedCalls: number;
  boundLowNanoUsd: NanoUsd;
  boundHighNanoUsd: NanoUsd;
}

const SUM_COLUMNS = [
  "calls",
  "images_requested",
  "images_delivered",
  "images_accepted",
  "images_judged",
  "cost_usd",
  "paid_loss_usd",
  "rework_usd",
  "unpriced_calls",
  "unpriced_unbounded_calls",
  "unpriced_low_usd",
  "unpriced_high_usd",
] as const;

/**
 * The sums of a filter as rows of text for a file, one by one: the column names, a row for each period and group that
 * has calls, and the total of the same calls, which says "total" where the others say the period.
 */
export function* prepareUsageTable(table: {
  periodColumn: "date" | "month";
  groupColumns: readonly string[];
  rows: Iterable<UsageTableRow>;
  total: UsageTableSums;
}): Generator<string[]> {
  const { periodColumn, groupColumns, rows, total } = table;
  yield [periodColumn, ...groupColumns, ...SUM_COLUMNS];
  for (const row of rows) yield [row.period, ...row.group.map(textCell), ...sumCells(row)];
  yield ["total", ...groupColumns.map(() => ""), ...sumCells(total)];
}

function sumCells(sums: UsageTableSums): string[] {
  return [
    String(sums.calls),
    String(sums.imagesRequested),
    String(sums.imagesDelivered),
    String(sums.imagesAccepted),
    String(sums.imagesJudged),
    amountCell(sums.costNanoUsd),
    amountCell(sums.paidLossNanoUsd),
    amountCell(sums.reworkNanoUsd),
    String(sums.unpricedCalls),
    String(sums.unboundedCalls),
    amountCell(sums.boundLowNanoUsd),
    amountCell(sums.boundHighNanoUsd),
  ];
}
