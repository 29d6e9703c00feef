import { repricingEndpoints } from "@/lib/contracts/repricings";
import { handle } from "@/lib/server/http/handle";
import { createRepricing } from "@/lib/server/repricing/create-repricing";
import { listRepricings } from "@/lib/server/repricing/list-repricings";

/** Called by the history of repricings. */
export const GET = handle(repricingEndpoints.listRepricings, ({ actor }) => listRepricings(actor.workspace));

/** Called by the form that starts a dry run. */
export const POST = handle(repricingEndpoints.createRepricing, ({ actor, body, now }) =>
  createRepricing(actor, body, now),
);
