import { queryOptions } from "@tanstack/react-query";
import { connectorEndpoints } from "@/lib/contracts/connectors";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

const POLL_MS = 1500;
const IDLE_POLL_MS = 60_000;

/** Connectors and how they go; asked for again and again while one is being read. */
export function connectorsQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.connectors(workspace), "list"] as const,
    queryFn: ({ signal }) => callApi(connectorEndpoints.listConnectors, { workspace, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ reading }) => reading) ? POLL_MS : IDLE_POLL_MS,
  });
}

/** The latest readings of one connector. */
export function connectorRunsQuery(workspace: string, connectorId: string) {
  return queryOptions({
    queryKey: [...queryKeys.connectors(workspace), "runs", connectorId] as const,
    queryFn: ({ signal }) =>
      callApi(connectorEndpoints.listConnectorRuns, { workspace, params: { connectorId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === "running") ? POLL_MS : false,
  });
}
