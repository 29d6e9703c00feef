// Called by the form for a price, while it is filled in.
import { priceEndpoints } from "@/lib/contracts/prices";
import { handle } from "@/lib/server/http/handle";
import { previewRateCard } from "@/lib/server/prices/preview-rate-card";

export const POST = handle(priceEndpoints.previewRateCard, ({ actor, body }) =>
  previewRateCard(actor.workspace, body),
);
