import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DropBody, type Retention, retentionEndpoints } from "@/lib/contracts/retention";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";
import { retentionQuery } from "./retention-queries";

/** Lists of calls end at another day, and what can be priced anew changes with them. */
export function useRefreshAfterDrop(workspace: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.workspace(workspace) });
}

function useKeepRetention(workspace: string) {
  const client = useQueryClient();
  const refresh = useRefreshAfterDrop(workspace);
  return async (retention: Retention) => {
    client.setQueryData(retentionQuery(workspace).queryKey, retention);
    await refresh();
  };
}

export function useDropCalls(workspace: string) {
  const keep = useKeepRetention(workspace);
  return useMutation({
    mutationFn: (body: DropBody) => callApi(retentionEndpoints.dropCalls, { workspace, body }),
    onSuccess: keep,
  });
}

export function useKeepCalls(workspace: string) {
  const keep = useKeepRetention(workspace);
  return useMutation({
    mutationFn: () => callApi(retentionEndpoints.keepCalls, { workspace }),
    onSuccess: keep,
  });
}
