import { usageEndpoints } from "@/lib/contracts/usage";
import { handle } from "@/lib/server/http/handle";
import { getFilterValues } from "@/lib/server/usage/get-filter-values";

/** Called by the filters of the explorer. */
export const GET = handle(usageEndpoints.getFilterValues, ({ actor }) => getFilterValues(actor.workspace));
