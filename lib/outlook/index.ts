export type { DayAmount, LoggedDay } from "./day-amount";
export { findBudgetCrossing } from "./find-budget-crossing";
export { projectMonthEnd } from "./project-month-end";
export { spreadOverDays } from "./spread-over-days";
