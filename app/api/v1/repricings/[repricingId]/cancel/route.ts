import { repricingEndpoints } from "@/lib/contracts/repricings";
import { handle } from "@/lib/server/http/handle";
import { cancelRepricing } from "@/lib/server/repricing/cancel-repricing";

/** Called by the button that stops a repricing. */
export const POST = handle(repricingEndpoints.cancelRepricing, ({ actor, params, now }) =>
  cancelRepricing(actor, params.repricingId, now),
);
