import { queryOptions } from "@tanstack/react-query";
import { lifecycleEndpoints } from "@/lib/contracts/lifecycle";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function lifecycleQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.prices(workspace), "lifecycle"] as const,
    queryFn: ({ signal }) => callApi(lifecycleEndpoints.getLifecycle, { workspace, signal }),
  });
}
