// Called by the price list.
import { priceEndpoints } from "@/lib/contracts/prices";
import { handle } from "@/lib/server/http/handle";
import { deleteRateCard } from "@/lib/server/prices/delete-rate-card";

export const DELETE = handle(priceEndpoints.deleteRateCard, ({ actor, params }) =>
  deleteRateCard(actor, params.rateCardId),
);
