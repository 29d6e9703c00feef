// Called by the page of price lists.
import { priceListEndpoints } from "@/lib/contracts/price-lists";
import { handle } from "@/lib/server/http/handle";
import { previewPriceList } from "@/lib/server/price-lists/preview-price-list";

export const POST = handle(priceListEndpoints.previewPriceList, ({ actor, body }) =>
  previewPriceList(actor.workspace, body),
);
