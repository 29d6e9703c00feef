// Called before a price is removed.
import { priceEndpoints } from "@/lib/contracts/prices";
import { handle } from "@/lib/server/http/handle";
import { previewRemoval } from "@/lib/server/prices/preview-removal";

export const GET = handle(priceEndpoints.getRateCardRemoval, ({ actor, params }) =>
  previewRemoval(actor.workspace, params.rateCardId),
);
