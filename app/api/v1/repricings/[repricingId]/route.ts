import { repricingEndpoints } from "@/lib/contracts/repricings";
import { handle } from "@/lib/server/http/handle";
import { getRepricing } from "@/lib/server/repricing/get-repricing";

/** Called again and again by the screen of a repricing while it is under way. */
export const GET = handle(repricingEndpoints.getRepricing, ({ actor, params }) =>
  getRepricing(actor.workspace, params.repricingId),
);
