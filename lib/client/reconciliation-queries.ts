import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { reconciliationEndpoints } from "@/lib/contracts/reconciliation";
import { firstDay, lastDay } from "@/lib/time";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** The whole month, as the API asks for it. */
export function reconciledMonth(month: string, provider: string) {
  return { from: firstDay(month), to: lastDay(month), provider };
}

export function reconciliationQuery(workspace: string, month: string, provider: string) {
  return queryOptions({
    queryKey: [...queryKeys.reconciliation(workspace), month, provider] as const,
    queryFn: ({ signal }) =>
      callApi(reconciliationEndpoints.getReconciliation, {
        workspace,
        query: reconciledMonth(month, provider),
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
