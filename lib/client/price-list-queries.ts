import { queryOptions } from "@tanstack/react-query";
import { priceListEndpoints } from "@/lib/contracts/price-lists";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function priceListsQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.prices(workspace), "lists"],
    queryFn: ({ signal }) => callApi(priceListEndpoints.listPriceLists, { workspace, signal }),
  });
}

export function disagreementsQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.prices(workspace), "disagreements"],
    queryFn: ({ signal }) => callApi(priceListEndpoints.listDisagreements, { workspace, signal }),
  });
}
