import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type CallFilter, callEndpoints } from "@/lib/contracts/calls";
import { type UsageSeries, type UsageSeriesQuery, usageEndpoints } from "@/lib/contracts/usage";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export type UsageQuestion = UsageSeriesQuery;

/** The answer with what was asked: while the next one loads, the one on the screen must still know its grouping. */
export interface AnsweredUsage {
  question: UsageQuestion;
  series: UsageSeries;
}

export function usageSeriesQuery(workspace: string, question: UsageQuestion) {
  return queryOptions({
    queryKey: [...queryKeys.usage(workspace), "series", question] as const,
    queryFn: async ({ signal }): Promise<AnsweredUsage> => ({
      question,
      series: await callApi(usageEndpoints.getUsageSeries, { workspace, query: question, signal }),
    }),
  });
}

export function filterValuesQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.usage(workspace), "filter-values"] as const,
    queryFn: ({ signal }) => callApi(usageEndpoints.getFilterValues, { workspace, signal }),
  });
}

/** The calls without a price, and what would give them one. */
export function unpricedQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.unpriced(workspace),
    queryFn: ({ signal }) => callApi(usageEndpoints.listUnpriced, { workspace, signal }),
  });
}

/** Logged calls, newest first, as many pages as were asked for. */
export function callsQuery(workspace: string, filter: CallFilter) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.calls(workspace), "list", filter] as const,
    queryFn: ({ pageParam, signal }) =>
      callApi(callEndpoints.listCalls, {
        workspace,
        query: { ...filter, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** One call by its id, wherever it is in the log. */
export function callQuery(workspace: string, callId: string) {
  return queryOptions({
    queryKey: [...queryKeys.calls(workspace), "one", callId] as const,
    queryFn: ({ signal }) => callApi(callEndpoints.getCall, { workspace, params: { callId }, signal }),
  });
}

export function conflictsQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.calls(workspace), "conflicts"] as const,
    queryFn: ({ signal }) => callApi(callEndpoints.listConflicts, { workspace, signal }),
  });
}
