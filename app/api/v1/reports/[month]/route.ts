import { reportEndpoints } from "@/lib/contracts/reports";
import { handle } from "@/lib/server/http/handle";
import { getMonthReport } from "@/lib/server/reports/get-month-report";

/** Called by the page of a month. */
export const GET = handle(reportEndpoints.getMonthReport, ({ actor, params, now }) =>
  getMonthReport(actor.workspace, params, now),
);
