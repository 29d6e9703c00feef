export type { DayAmount, LoggedDay } from "./day-amount";
export { findBudgetCrossing } from "./find-budget-crossing";
export { projectMonthEnd, type Outlook } from "./project-month-end";
export { findLogReach, findRecentPace, PACE_REACHES_BACK_DAYS } from "./recent-pace";
export { spreadOverDays } from "./spread-over-days";
