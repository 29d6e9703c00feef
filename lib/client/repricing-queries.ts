import { queryOptions } from "@tanstack/react-query";
import { type Repricing, repricingEndpoints } from "@/lib/contracts/repricings";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

const POLL_MS = 700;

/** Whether it is being tried or applied, so that its differences will change. */
export function isRepricing(status: Repricing["status"]): boolean {
  return status === "trying" || status === "applying";
}

export function repricingsQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.repricings(workspace), "list"] as const,
    queryFn: ({ signal }) => callApi(repricingEndpoints.listRepricings, { workspace, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => isRepricing(status)) ? POLL_MS * 3 : false,
  });
}

/** One repricing, asked for again and again while it is under way. */
export function repricingQuery(workspace: string, repricingId: string) {
  return queryOptions({
    queryKey: [...queryKeys.repricings(workspace), "one", repricingId] as const,
    queryFn: ({ signal }) =>
      callApi(repricingEndpoints.getRepricing, { workspace, params: { repricingId }, signal }),
    refetchInterval: ({ state }) => (state.data && isRepricing(state.data.status) ? POLL_MS : false),
  });
}
