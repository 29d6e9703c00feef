import { queryOptions } from "@tanstack/react-query";
import { priceEndpoints } from "@/lib/contracts/prices";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function rateCardsQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.prices(workspace),
    queryFn: ({ signal }) => callApi(priceEndpoints.listRateCards, { workspace, signal }),
  });
}
