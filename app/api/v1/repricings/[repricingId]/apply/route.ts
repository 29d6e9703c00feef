import { repricingEndpoints } from "@/lib/contracts/repricings";
import { handle } from "@/lib/server/http/handle";
import { applyRepricing } from "@/lib/server/repricing/apply-repricing";

/** Called by the confirmation below a dry run. */
export const POST = handle(repricingEndpoints.applyRepricing, ({ actor, params, now }) =>
  applyRepricing(actor, params.repricingId, now),
);
