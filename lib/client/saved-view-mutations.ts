import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type NewSavedView, type SavedViewChange, savedViewEndpoints } from "@/lib/contracts/saved-views";
import { callApi } from "./fetch-json";
import { savedViewsKey } from "./saved-view-queries";

function useStaleViews(workspace: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: savedViewsKey(workspace) });
}

export function useCreateSavedView(workspace: string) {
  const onSettled = useStaleViews(workspace);
  return useMutation({
    mutationFn: (body: NewSavedView) => callApi(savedViewEndpoints.createSavedView, { workspace, body }),
    onSettled,
  });
}

export function useUpdateSavedView(workspace: string) {
  const onSettled = useStaleViews(workspace);
  return useMutation({
    mutationFn: ({ id, ...body }: SavedViewChange & { id: string }) =>
      callApi(savedViewEndpoints.updateSavedView, { workspace, params: { savedViewId: id }, body }),
    onSettled,
  });
}

export function useDeleteSavedView(workspace: string) {
  const onSettled = useStaleViews(workspace);
  return useMutation({
    mutationFn: (id: string) =>
      callApi(savedViewEndpoints.deleteSavedView, { workspace, params: { savedViewId: id } }),
    onSettled,
  });
}
