export { dailyForecast, type StatementForecast } from "./forecast-to-date";
export { monthState, reportedPeriod, type MonthState } from "./month-state";
export {
  prepareMonthStatement,
  type MonthStatement,
  type MonthStatementInput,
  type StatementActual,
  type StatementAmounts,
  type StatementLine,
  type StatementWorkflow,
} from "./month-statement";
export { prepareMonthSummary } from "./month-summary";
export { prepareMonthTable } from "./month-table";
export { prepareUsageTable, type UsageTableRow } from "./usage-table";
