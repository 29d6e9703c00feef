import type { NanoUsd } from "@/lib/money";
import { amountCell, textCell } from "./csv-cell";

/** What the calls of one period, and perhaps of one group within it, add up to. */
interface UsageTableRow extends UsageTableSums {
  /** The day or the Monday of the week, YYYY-MM-DD, or the month, YYYY-MM. */
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
  /** Failed or timed out. */
  failedCalls: number;
  costPerImageNanoUsd: NanoUsd | null;
  /** Of the span before, where it is compared with. */
  previous: UsageTablePrevious | null;
}

interface UsageTablePrevious {
  calls: number;
  failedCalls: number;
  imagesDelivered: number;
  costNanoUsd: NanoUsd;
  costPerImageNanoUsd: NanoUsd | null;
  paidLossNanoUsd: NanoUsd;
  unpricedCalls: number;
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
  "failed_calls",
  "cost_per_image_usd",
] as const;

const PREVIOUS_COLUMNS = [
  "previous_calls",
  "previous_failed_calls",
  "previous_images_delivered",
  "previous_cost_usd",
  "previous_cost_per_image_usd",
  "previous_paid_loss_usd",
  "previous_unpriced_calls",
] as const;

/**
 * The sums of a filter as rows of text for a file, one by one: the column names, a row for each period and group that
 * has calls, and the total of the same calls, which says "total" where the others say the period.
 */
export function* prepareUsageTable(table: {
  periodColumn: "date" | "week" | "month";
  groupColumns: readonly string[];
  rows: Iterable<UsageTableRow>;
  total: UsageTableSums;
}): Generator<string[]> {
  const { periodColumn, groupColumns, rows, total } = table;
  yield [periodColumn, ...groupColumns, ...SUM_COLUMNS, ...(total.previous ? PREVIOUS_COLUMNS : [])];
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
    String(sums.failedCalls),
    amountCell(sums.costPerImageNanoUsd),
    ...(sums.previous ? previousCells(sums.previous) : []),
  ];
}

function previousCells(previous: UsageTablePrevious): string[] {
  return [
    String(previous.calls),
    String(previous.failedCalls),
    String(previous.imagesDelivered),
    amountCell(previous.costNanoUsd),
    amountCell(previous.costPerImageNanoUsd),
    amountCell(previous.paidLossNanoUsd),
    String(previous.unpricedCalls),
  ];
}
