import { overviewEndpoints } from "@/lib/contracts/overview";
import { handle } from "@/lib/server/http/handle";
import { getOverview } from "@/lib/server/overview/get-overview";

/** Called by the overview. */
export const GET = handle(overviewEndpoints.getOverview, ({ actor, query, now }) =>
  getOverview(actor.workspace, query, now),
);
