import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tagEndpoints } from "@/lib/contracts/tags";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** After a change both what is tracked and what usage can be asked by are stale. */
function useTagRefresh(workspace: string) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.tags(workspace) }),
      client.invalidateQueries({ queryKey: queryKeys.usage(workspace) }),
    ]);
  };
}

export function useTrackTag(workspace: string) {
  const refresh = useTagRefresh(workspace);
  return useMutation({
    mutationFn: (key: string) => callApi(tagEndpoints.trackTag, { workspace, body: { key } }),
    onSuccess: refresh,
  });
}

export function useUntrackTag(workspace: string) {
  const refresh = useTagRefresh(workspace);
  return useMutation({
    mutationFn: (trackedTagId: string) =>
      callApi(tagEndpoints.untrackTag, { workspace, params: { trackedTagId } }),
    onSuccess: refresh,
  });
}
