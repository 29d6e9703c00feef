// Called by the page of price lists.
import { priceListEndpoints } from "@/lib/contracts/price-lists";
import { handle } from "@/lib/server/http/handle";
import { listDisagreements } from "@/lib/server/price-lists/list-disagreements";

export const GET = handle(priceListEndpoints.listDisagreements, ({ actor, now }) =>
  listDisagreements(actor.workspace, now),
);
