import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Member, settingsEndpoints } from "@/lib/contracts/settings";
import { usageEndpoints } from "@/lib/contracts/usage";
import type { Role } from "@/lib/access";
import { callApi, type RequestOf } from "./fetch-json";
import { queryKeys } from "./query-keys";

type BodyOf<Key extends keyof typeof settingsEndpoints> = RequestOf<(typeof settingsEndpoints)[Key]>["body"];

/** After a change of the workspace everything cut by its time zone or measured by its budget is stale. */
function useWorkspaceRefresh(workspace: string) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.workspace(workspace) }),
      client.invalidateQueries({ queryKey: queryKeys.me }),
    ]);
  };
}

export function useUpdateWorkspace(workspace: string) {
  const refresh = useWorkspaceRefresh(workspace);
  return useMutation({
    mutationFn: (body: BodyOf<"updateWorkspace">) =>
      callApi(settingsEndpoints.updateWorkspace, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useSetBudget(workspace: string) {
  const refresh = useWorkspaceRefresh(workspace);
  return useMutation({
    mutationFn: (body: BodyOf<"setBudget">) => callApi(settingsEndpoints.setBudget, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useRecount(workspace: string) {
  return useMutation({ mutationFn: () => callApi(usageEndpoints.recount, { workspace }) });
}

export function useDeleteWorkspace(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<"deleteWorkspace">) =>
      callApi(settingsEndpoints.deleteWorkspace, { workspace, body }),
    onSuccess: () => client.removeQueries({ queryKey: queryKeys.me }),
  });
}

export function useCreateWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<"createWorkspace">) => callApi(settingsEndpoints.createWorkspace, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.me }),
  });
}

export function useAddMember(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<"addMember">) => callApi(settingsEndpoints.addMember, { workspace, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.members(workspace) }),
  });
}

/** The table shows the new role at once; the server's refusal puts the old one back. */
export function useChangeRole(workspace: string) {
  const client = useQueryClient();
  const queryKey = queryKeys.members(workspace);
  return useMutation({
    mutationFn: ({ memberId, role }: { memberId: string; role: Role }) =>
      callApi(settingsEndpoints.updateMember, { workspace, params: { memberId }, body: { role } }),
    onMutate: async ({ memberId, role }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<{ items: Member[] }>(queryKey);
      client.setQueryData<{ items: Member[] }>(
        queryKey,
        (members) =>
          members && {
            items: members.items.map((member) => (member.id === memberId ? { ...member, role } : member)),
          },
      );
      return { before };
    },
    onError: (_error, _change, context) => client.setQueryData(queryKey, context?.before),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.settings(workspace) }),
  });
}

export function useRemoveMember(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (memberId: string) =>
      callApi(settingsEndpoints.removeMember, { workspace, params: { memberId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.members(workspace) }),
  });
}

export function useCreateApiKey(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<"createApiKey">) =>
      callApi(settingsEndpoints.createApiKey, { workspace, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.apiKeys(workspace) }),
  });
}

export function useRevokeApiKey(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (apiKeyId: string) =>
      callApi(settingsEndpoints.revokeApiKey, { workspace, params: { apiKeyId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.apiKeys(workspace) }),
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: BodyOf<"changePassword">) => callApi(settingsEndpoints.changePassword, { body }),
  });
}

export function useSetUp() {
  return useMutation({
    mutationFn: (body: BodyOf<"setUp">) => callApi(settingsEndpoints.setUp, { body }),
  });
}
