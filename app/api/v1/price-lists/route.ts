// Called by the page of price lists.
import { priceListEndpoints } from "@/lib/contracts/price-lists";
import { handle } from "@/lib/server/http/handle";
import { applyPriceList } from "@/lib/server/price-lists/apply-price-list";
import { listPriceLists } from "@/lib/server/price-lists/list-price-lists";

export const GET = handle(priceListEndpoints.listPriceLists, ({ actor }) => listPriceLists(actor.workspace));

export const POST = handle(priceListEndpoints.applyPriceList, ({ actor, body }) =>
  applyPriceList(actor, body),
);
