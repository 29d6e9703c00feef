import { queryOptions } from "@tanstack/react-query";
import { reportEndpoints } from "@/lib/contracts/reports";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function monthsQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.reports(workspace), "months"] as const,
    queryFn: ({ signal }) => callApi(reportEndpoints.listMonths, { workspace, signal }),
  });
}

export function monthReportQuery(workspace: string, month: string) {
  return queryOptions({
    queryKey: [...queryKeys.reports(workspace), "month", month] as const,
    queryFn: ({ signal }) =>
      callApi(reportEndpoints.getMonthReport, { workspace, params: { month }, signal }),
  });
}
