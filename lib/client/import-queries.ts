import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Import, importEndpoints } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

const POLL_MS = 700;

/** Whether the file is being read or the import undone, so that its counts will change. */
export function isUnderWay(status: Import["status"]): boolean {
  return status === "queued" || status === "running" || status === "undoing";
}

export function importsQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.imports(workspace), "list"] as const,
    queryFn: ({ signal }) => callApi(importEndpoints.listImports, { workspace, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => isUnderWay(status)) ? POLL_MS * 3 : false,
  });
}

/** One import, asked for again and again while its file is being read. */
export function importQuery(workspace: string, importId: string) {
  return queryOptions({
    queryKey: [...queryKeys.imports(workspace), "one", importId] as const,
    queryFn: ({ signal }) => callApi(importEndpoints.getImport, { workspace, params: { importId }, signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? POLL_MS : false),
  });
}

/** What the file holds, with a proposed mapping: known once all of it has arrived. */
export function inspectionQuery(workspace: string, importId: string) {
  return queryOptions({
    queryKey: [...queryKeys.imports(workspace), "inspection", importId] as const,
    queryFn: ({ signal }) =>
      callApi(importEndpoints.inspectImport, { workspace, params: { importId }, signal }),
    staleTime: Infinity,
  });
}

export function previewQuery(workspace: string, importId: string, mapping: ImportMapping) {
  return queryOptions({
    queryKey: [...queryKeys.imports(workspace), "preview", importId, mapping] as const,
    queryFn: ({ signal }) =>
      callApi(importEndpoints.previewImport, { workspace, params: { importId }, body: { mapping }, signal }),
    staleTime: Infinity,
  });
}

export function rejectsQuery(workspace: string, importId: string) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.imports(workspace), "rejects", importId] as const,
    queryFn: ({ pageParam, signal }) =>
      callApi(importEndpoints.listRejects, {
        workspace,
        params: { importId },
        query: { ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
