export { CALLS_TABLE_COLUMNS, callsTableCells } from "./calls-table";
export { textCell } from "./csv-cell";
export { dailyForecast, forecastToDate, type StatementForecast } from "./forecast-to-date";
export { loggedPeriod, monthState, reportedPeriod } from "./month-state";
export {
  prepareMonthStatement,
  type MonthStatement,
  type StatementAmounts,
  type StatementLine,
  type StatementWorkflow,
} from "./month-statement";
export { prepareMonthSummary } from "./month-summary";
export { prepareMonthTable } from "./month-table";
export { prepareUsageTable } from "./usage-table";
