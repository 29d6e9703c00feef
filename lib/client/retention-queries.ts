import { queryOptions } from "@tanstack/react-query";
import { type CallDrop, retentionEndpoints } from "@/lib/contracts/retention";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

const POLL_MS = 700;

/** Whether calls are going at this moment, so that the figures will change. */
export function isDropping(drop: CallDrop | null): boolean {
  return drop !== null && (drop.status === "running" || drop.status === "stopping");
}

/** From which day single calls are kept; asked for again and again while some are dropped. */
export function retentionQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.retention(workspace), "state"] as const,
    queryFn: ({ signal }) => callApi(retentionEndpoints.getRetention, { workspace, signal }),
    refetchInterval: ({ state }) => (isDropping(state.data?.drop ?? null) ? POLL_MS : false),
  });
}

/** What would go at an age. It stands still while somebody looks at it: only what was seen can be confirmed. */
export function retentionPreviewQuery(workspace: string, keptMonths: number) {
  return queryOptions({
    queryKey: [...queryKeys.retention(workspace), "preview", keptMonths] as const,
    queryFn: ({ signal }) =>
      callApi(retentionEndpoints.previewRetention, { workspace, query: { keptMonths }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
}
