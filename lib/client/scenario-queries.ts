import { queryOptions } from "@tanstack/react-query";
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

export function workflowsQuery(workspace: string) {
  return queryOptions({
    queryKey: queryKeys.workflows(workspace),
    queryFn: ({ signal }) => callApi(scenarioEndpoints.listWorkflows, { workspace, signal }),
  });
}

export function scenariosQuery(workspace: string) {
  return queryOptions({
    queryKey: [...queryKeys.scenarios(workspace), "list"] as const,
    queryFn: ({ signal }) => callApi(scenarioEndpoints.listScenarios, { workspace, signal }),
  });
}

export function scenarioQuery(workspace: string, scenarioId: string) {
  return queryOptions({
    queryKey: [...queryKeys.scenarios(workspace), "one", scenarioId] as const,
    queryFn: ({ signal }) =>
      callApi(scenarioEndpoints.getScenario, { workspace, params: { scenarioId }, signal }),
  });
}

export function scenarioVersionsQuery(workspace: string, scenarioId: string) {
  return queryOptions({
    queryKey: [...queryKeys.scenarios(workspace), "versions", scenarioId] as const,
    queryFn: ({ signal }) =>
      callApi(scenarioEndpoints.listVersions, { workspace, params: { scenarioId }, signal }),
  });
}
