import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { priceEndpoints, type RateCardBody } from "@/lib/contracts/prices";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function rateCardsQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.prices(workspace),
    queryFn: ({ signal }) => callApi(priceEndpoints.listRateCards, { workspace, signal }),
  });
}

/**
 * What saving a price would change; null while the form is not filled in. The last answer stays until the next. It is no
 * part of the prices: once the price is saved there is nothing left to preview.
 */
export function priceImpactQuery(workspace: string, body: RateCardBody | null) {
  return queryOptions({
    queryKey: [...queryKeys.workspace(workspace), "price-impact", body] as const,
    queryFn: ({ signal }) => {
      if (body === null) throw new Error("There is nothing to preview.");
      return callApi(priceEndpoints.previewRateCard, { workspace, body, signal });
    },
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
}

export function removalImpactQuery(workspace: string, rateCardId: string) {
  return queryOptions({
    queryKey: [...queryKeys.workspace(workspace), "price-removal", rateCardId] as const,
    queryFn: ({ signal }) =>
      callApi(priceEndpoints.getRateCardRemoval, { workspace, params: { rateCardId }, signal }),
  });
}
