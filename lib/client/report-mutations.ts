import { useMutation, useQueryClient } from "@tanstack/react-query";
import { reportEndpoints } from "@/lib/contracts/reports";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

function useReportRefresh(workspace: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.reports(workspace) });
}

export function useCloseMonth(workspace: string) {
  const refresh = useReportRefresh(workspace);
  return useMutation({
    mutationFn: (month: string) => callApi(reportEndpoints.closeMonth, { workspace, params: { month } }),
    onSuccess: refresh,
  });
}

export function useReopenMonth(workspace: string) {
  const refresh = useReportRefresh(workspace);
  return useMutation({
    mutationFn: (month: string) => callApi(reportEndpoints.reopenMonth, { workspace, params: { month } }),
    onSuccess: refresh,
  });
}
