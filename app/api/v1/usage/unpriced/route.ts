import { usageEndpoints } from "@/lib/contracts/usage";
import { handle } from "@/lib/server/http/handle";
import { listUnpriced } from "@/lib/server/usage/list-unpriced";

/** Called by the list of calls without a price. */
export const GET = handle(usageEndpoints.listUnpriced, ({ actor }) => listUnpriced(actor.workspace));
