import { useMutation, useQueryClient } from "@tanstack/react-query";
import { importEndpoints } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

interface MappingToSave {
  name: string;
  columns: string[];
  mapping: ImportMapping;
}

/** Keeps a mapping under a name. */
export function useSaveMapping(workspace: string) {
  const refresh = useRefreshOffers(workspace);
  return useMutation({
    mutationFn: (body: MappingToSave) => callApi(importEndpoints.saveImportMapping, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useDeleteMapping(workspace: string) {
  const refresh = useRefreshOffers(workspace);
  return useMutation({
    mutationFn: (mappingId: string) =>
      callApi(importEndpoints.deleteImportMapping, { workspace, params: { mappingId } }),
    onSuccess: refresh,
  });
}

/** What a file can be read as is asked for again. */
function useRefreshOffers(workspace: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [...queryKeys.imports(workspace), "inspection"] });
}
