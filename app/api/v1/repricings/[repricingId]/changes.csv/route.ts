import { repricingEndpoints } from "@/lib/contracts/repricings";
import { handle } from "@/lib/server/http/handle";
import { exportChanges } from "@/lib/server/repricing/export-changes";

/** Called by the download beside an application. */
export const GET = handle(repricingEndpoints.exportRepricing, ({ actor, params }) =>
  exportChanges(actor.workspace, params.repricingId),
);
