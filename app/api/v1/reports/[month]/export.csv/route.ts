import { reportEndpoints } from "@/lib/contracts/reports";
import { handle } from "@/lib/server/http/handle";
import { exportMonth } from "@/lib/server/reports/export-month";

/** Downloaded from the page of a month. */
export const GET = handle(reportEndpoints.exportMonth, ({ actor, params, now }) =>
  exportMonth(actor.workspace, params, now),
);
