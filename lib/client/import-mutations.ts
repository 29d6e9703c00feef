import { useMutation, useQueryClient } from "@tanstack/react-query";
import { importEndpoints } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function useStartImport(workspace: string, importId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mapping: ImportMapping) =>
      callApi(importEndpoints.startImport, { workspace, params: { importId }, body: { mapping } }),
    onSuccess: async (started) => {
      client.setQueryData([...queryKeys.imports(workspace), "one", importId], started);
      await client.invalidateQueries({ queryKey: [...queryKeys.imports(workspace), "list"] });
    },
  });
}

const CHANGES = {
  cancel: importEndpoints.cancelImport,
  pause: importEndpoints.pauseImport,
  resume: importEndpoints.resumeImport,
  undo: importEndpoints.undoImport,
};

/** Cancels, pauses, resumes or undoes an import. */
export function useChangeImport(workspace: string, importId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: keyof typeof CHANGES) =>
      callApi(CHANGES[change], { workspace, params: { importId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.imports(workspace) }),
  });
}
