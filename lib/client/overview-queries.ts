import { queryOptions } from "@tanstack/react-query";
import { overviewEndpoints } from "@/lib/contracts/overview";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** Null is the month that is running in the workspace's time zone. */
export function overviewQuery(workspace: string, month: string | null) {
  return queryOptions({
    queryKey: [...queryKeys.overview(workspace), month] as const,
    queryFn: ({ signal }) =>
      callApi(overviewEndpoints.getOverview, { workspace, query: { ...(month && { month }) }, signal }),
  });
}
