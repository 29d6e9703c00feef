// Called by the price list, and by the scenario editor for the prices it projects with.
import { priceEndpoints } from "@/lib/contracts/prices";
import { handle } from "@/lib/server/http/handle";
import { createRateCard } from "@/lib/server/prices/create-rate-card";
import { listRateCards } from "@/lib/server/prices/list-rate-cards";

export const GET = handle(priceEndpoints.listRateCards, ({ actor }) => listRateCards(actor.workspace));

export const POST = handle(priceEndpoints.createRateCard, ({ actor, body }) => createRateCard(actor, body));
