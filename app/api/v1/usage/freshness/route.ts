import { usageEndpoints } from "@/lib/contracts/usage";
import { handle } from "@/lib/server/http/handle";
import { getFreshness } from "@/lib/server/usage/get-freshness";

/** Called by the line on every page that says how far the data reach. */
export const GET = handle(usageEndpoints.getFreshness, ({ actor }) => getFreshness(actor.workspace));
