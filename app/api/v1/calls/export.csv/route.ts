import { reportEndpoints } from "@/lib/contracts/reports";
import { handle } from "@/lib/server/http/handle";
import { exportCalls } from "@/lib/server/reports/export-calls";

/** Downloaded from the list of calls. */
export const GET = handle(reportEndpoints.exportCalls, ({ actor, query }) =>
  Promise.resolve(exportCalls(actor.workspace, query)),
);
