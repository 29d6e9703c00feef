import { usageEndpoints } from "@/lib/contracts/usage";
import { handle } from "@/lib/server/http/handle";
import { recountWorkspace } from "@/lib/server/usage/recount";

/** Called by whoever wants proof that the daily sums are the calls' own. */
export const POST = handle(usageEndpoints.recount, ({ actor }) => recountWorkspace(actor.workspace.id));
