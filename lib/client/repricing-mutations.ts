import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Repricing, type RepricingBody, repricingEndpoints } from "@/lib/contracts/repricings";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

function useKeepRepricing(workspace: string) {
  const client = useQueryClient();
  return async (repricing: Repricing) => {
    client.setQueryData([...queryKeys.repricings(workspace), "one", repricing.id], repricing);
    await client.invalidateQueries({ queryKey: queryKeys.repricings(workspace) });
  };
}

/** Starts a dry run. */
export function useCreateRepricing(workspace: string) {
  const keep = useKeepRepricing(workspace);
  return useMutation({
    mutationFn: (body: RepricingBody) => callApi(repricingEndpoints.createRepricing, { workspace, body }),
    onSuccess: keep,
  });
}

export function useApplyRepricing(workspace: string, repricingId: string) {
  const keep = useKeepRepricing(workspace);
  return useMutation({
    mutationFn: () => callApi(repricingEndpoints.applyRepricing, { workspace, params: { repricingId } }),
    onSuccess: keep,
  });
}

export function useCancelRepricing(workspace: string, repricingId: string) {
  const keep = useKeepRepricing(workspace);
  return useMutation({
    mutationFn: () => callApi(repricingEndpoints.cancelRepricing, { workspace, params: { repricingId } }),
    onSuccess: keep,
  });
}

/** Calls have other prices: whatever is drawn from calls is asked for again. */
export function useRefreshAfterRepricing(workspace: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.workspace(workspace) });
}
