export type { DayAmount } from "./day-amount";
export { findBudgetCrossing } from "./find-budget-crossing";
export { projectMonthEnd, type Outlook, type OutlookInput } from "./project-month-end";
export { spreadOverDays } from "./spread-over-days";
