import { usageEndpoints } from "@/lib/contracts/usage";
import { handle } from "@/lib/server/http/handle";
import { getUsageSeries } from "@/lib/server/usage/get-usage-series";

/** Called by the explorer's chart and its table. */
export const GET = handle(usageEndpoints.getUsageSeries, ({ actor, query }) =>
  getUsageSeries(actor.workspace, query),
);
