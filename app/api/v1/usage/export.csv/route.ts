import { reportEndpoints } from "@/lib/contracts/reports";
import { handle } from "@/lib/server/http/handle";
import { exportUsage } from "@/lib/server/reports/export-usage";

/** Downloaded from the usage explorer. */
export const GET = handle(reportEndpoints.exportUsage, ({ actor, query }) =>
  exportUsage(actor.workspace, query),
);
