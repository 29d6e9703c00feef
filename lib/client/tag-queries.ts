import { queryOptions } from "@tanstack/react-query";
import { tagEndpoints } from "@/lib/contracts/tags";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

const REFETCH_WHILE_COUNTING_MS = 2000;

/** The tags that calls carry, and how far those that are tracked are counted. */
export function tagsQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.tags(workspace),
    queryFn: ({ signal }) => callApi(tagEndpoints.listTags, { workspace, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ tracked }) => tracked?.isCounting) ? REFETCH_WHILE_COUNTING_MS : false,
  });
}
