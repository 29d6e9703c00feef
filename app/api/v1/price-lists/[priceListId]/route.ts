// Called by the page of price lists.
import { priceListEndpoints } from "@/lib/contracts/price-lists";
import { handle } from "@/lib/server/http/handle";
import { removePriceList } from "@/lib/server/price-lists/remove-price-list";

export const DELETE = handle(priceListEndpoints.removePriceList, ({ actor, params }) =>
  removePriceList(actor, params.priceListId),
);
