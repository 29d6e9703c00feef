import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ConnectorChange, connectorEndpoints, type NewConnector } from "@/lib/contracts/connectors";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

function useRefreshConnectors(workspace: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.connectors(workspace) });
}

/** Tries the key, and connects the source when it is accepted. */
export function useCreateConnector(workspace: string) {
  const refresh = useRefreshConnectors(workspace);
  return useMutation({
    mutationFn: (body: NewConnector) => callApi(connectorEndpoints.createConnector, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useUpdateConnector(workspace: string, connectorId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ConnectorChange) =>
      callApi(connectorEndpoints.updateConnector, { workspace, params: { connectorId }, body }),
    // Rules about line items change what a bill is compared with.
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.workspace(workspace) }),
  });
}

export function useDeleteConnector(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (connectorId: string) =>
      callApi(connectorEndpoints.deleteConnector, { workspace, params: { connectorId } }),
    // Not waited for: with the new list goes the dialog that still has to say that it is done.
    onSuccess: () => void client.invalidateQueries({ queryKey: queryKeys.workspace(workspace) }),
  });
}

export function useRunConnector(workspace: string) {
  const refresh = useRefreshConnectors(workspace);
  return useMutation({
    mutationFn: (connectorId: string) =>
      callApi(connectorEndpoints.runConnector, { workspace, params: { connectorId } }),
    onSuccess: refresh,
  });
}

export function useBackfillConnector(workspace: string, connectorId: string) {
  const refresh = useRefreshConnectors(workspace);
  return useMutation({
    mutationFn: (from: string) =>
      callApi(connectorEndpoints.backfillConnector, { workspace, params: { connectorId }, body: { from } }),
    onSuccess: refresh,
  });
}
