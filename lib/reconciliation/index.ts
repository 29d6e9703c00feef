export { addLeakage, findLeakage, type Leakage } from "./leakage";
export {
  type LoggedDay,
  type ReconciledDay,
  reconcile,
  type ReportedCost,
  type ReportedUsage,
} from "./reconcile";
