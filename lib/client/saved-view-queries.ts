import { queryOptions } from "@tanstack/react-query";
import { savedViewEndpoints } from "@/lib/contracts/saved-views";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** Not a part of usage: a new call leaves views as they are. */
export const savedViewsKey = (workspace: string) =>
  [...queryKeys.workspace(workspace), "saved-views"] as const;

export function savedViewsQuery(workspace: string) {
  return queryOptions({
    queryKey: savedViewsKey(workspace),
    queryFn: ({ signal }) => callApi(savedViewEndpoints.listSavedViews, { workspace, signal }),
  });
}
