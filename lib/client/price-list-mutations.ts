import { useMutation, useQueryClient } from "@tanstack/react-query";
import { priceListEndpoints, type PriceListBody } from "@/lib/contracts/price-lists";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** New prices change what scenarios project and which models end; logged calls keep theirs. */
function usePriceListRefresh(workspace: string) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.prices(workspace) }),
      client.invalidateQueries({ queryKey: queryKeys.scenarios(workspace) }),
    ]);
  };
}

export function usePreviewPriceList(workspace: string) {
  return useMutation({
    mutationFn: (body: PriceListBody) => callApi(priceListEndpoints.previewPriceList, { workspace, body }),
  });
}

export function useApplyPriceList(workspace: string) {
  const refresh = usePriceListRefresh(workspace);
  return useMutation({
    mutationFn: (body: PriceListBody & { chosen: string[] }) =>
      callApi(priceListEndpoints.applyPriceList, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useRemovePriceList(workspace: string) {
  const refresh = usePriceListRefresh(workspace);
  return useMutation({
    mutationFn: (priceListId: string) =>
      callApi(priceListEndpoints.removePriceList, { workspace, params: { priceListId } }),
    onSuccess: refresh,
  });
}
