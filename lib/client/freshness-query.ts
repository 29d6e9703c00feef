import { queryOptions } from "@tanstack/react-query";
import { usageEndpoints } from "@/lib/contracts/usage";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function freshnessQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.freshness(workspace),
    queryFn: ({ signal }) => callApi(usageEndpoints.getFreshness, { workspace, signal }),
  });
}
