import { queryOptions } from "@tanstack/react-query";
import { settingsEndpoints } from "@/lib/contracts/settings";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** Who is signed in, and their workspaces. */
export function meQuery() {
  return queryOptions({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => callApi(settingsEndpoints.getMe, { signal }),
  });
}

export function workspaceQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.settings(workspace), "workspace"] as const,
    queryFn: ({ signal }) => callApi(settingsEndpoints.getWorkspace, { workspace, signal }),
  });
}

export function membersQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.members(workspace),
    queryFn: ({ signal }) => callApi(settingsEndpoints.listMembers, { workspace, signal }),
  });
}

export function apiKeysQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.apiKeys(workspace),
    queryFn: ({ signal }) => callApi(settingsEndpoints.listApiKeys, { workspace, signal }),
  });
}
