import { useMutation, useQueryClient } from "@tanstack/react-query";
import { priceEndpoints, type RateCardBody } from "@/lib/contracts/prices";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** A price changes what scenarios project; logged calls keep the price that they were rated with. */
function usePriceRefresh(workspace: string) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.prices(workspace) }),
      client.invalidateQueries({ queryKey: queryKeys.scenarios(workspace) }),
    ]);
  };
}

export function useCreateRateCard(workspace: string) {
  const refresh = usePriceRefresh(workspace);
  return useMutation({
    mutationFn: (body: RateCardBody) => callApi(priceEndpoints.createRateCard, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useDeleteRateCard(workspace: string) {
  const refresh = usePriceRefresh(workspace);
  return useMutation({
    mutationFn: (rateCardId: string) =>
      callApi(priceEndpoints.deleteRateCard, { workspace, params: { rateCardId } }),
    onSuccess: refresh,
  });
}
