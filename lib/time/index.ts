// What needs the zone database's rules, in zone.ts and parse-instant.ts, is imported from there: it carries the
// Temporal polyfill, which a page that only counts months must not load.
export { addDays, dateRange, daysBetween, isDate } from "./date";
export { formatDate, formatMonth, formatShortMonth } from "./format";
export {
  addMonths,
  dayMonthsBefore,
  daysInMonth,
  firstDay,
  isMonth,
  lastDay,
  monthOf,
  monthRange,
  monthsBetween,
} from "./month";
export { isTimeZone, listTimeZones } from "./time-zones";
