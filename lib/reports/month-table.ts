import { amountCell, percentCell, textCell } from "./csv-cell";
import type { MonthStatement, StatementAmounts } from "./month-statement";

const MONTH_COLUMNS = [
  "month",
  "from",
  "to",
  "workflow",
  "workflow_name",
  "owner",
  "cost_centre",
  "stage",
  "calls",
  "images_delivered",
  "actual_usd",
  "forecast_usd",
  "variance_usd",
  "variance_percent",
  "unpriced_calls",
  "unpriced_unbounded_calls",
  "unpriced_low_usd",
  "unpriced_high_usd",
] as const;

/**
 * A month's statement as rows of text for a file: the column names, a row for each line and the total, which says
 * "total" where the others say the month. Amounts keep all nine decimals, so that adding up the rows gives the total.
 */
export function prepareMonthTable(statement: MonthStatement): string[][] {
  const { month, from, to, lines, total } = statement;
  return [
    [...MONTH_COLUMNS],
    ...lines.map(({ workflow, stage, ...amounts }) => [
      month,
      from,
      to,
      textCell(workflow?.slug ?? null),
      textCell(workflow === null ? "No workflow" : workflow.name),
      textCell(workflow?.owner ?? null),
      textCell(workflow?.costCentre ?? null),
      stage ?? "",
      ...amountCells(amounts),
    ]),
    ["total", from, to, "", "", "", "", "", ...amountCells(total)],
  ];
}

function amountCells(amounts: StatementAmounts): string[] {
  return [
    String(amounts.calls),
    String(amounts.imagesDelivered),
    amountCell(amounts.actualNanoUsd),
    amountCell(amounts.forecastNanoUsd),
    amountCell(amounts.varianceNanoUsd),
    percentCell(amounts.varianceBasisPoints),
    String(amounts.unpricedCalls),
    String(amounts.unboundedCalls),
    amountCell(amounts.boundLowNanoUsd),
    amountCell(amounts.boundHighNanoUsd),
  ];
}
