import { useMutation, useQueryClient } from "@tanstack/react-query";
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { callApi, type RequestOf } from "./fetch-json";
import { queryKeys } from "./query-keys";

type BodyOf<Key extends keyof typeof scenarioEndpoints> = RequestOf<(typeof scenarioEndpoints)[Key]>["body"];

/** A scenario is on the board and in the editor; as a forecast it is in the overview and in every report too. */
function useForecastRefresh(workspace: string) {
  const client = useQueryClient();
  return async () => {
    const areas = [queryKeys.scenarios, queryKeys.workflows, queryKeys.overview, queryKeys.reports];
    await Promise.all(areas.map((area) => client.invalidateQueries({ queryKey: area(workspace) })));
  };
}

export function useCreateWorkflow(workspace: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (body: BodyOf<"createWorkflow">) =>
      callApi(scenarioEndpoints.createWorkflow, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useUpdateWorkflow(workspace: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: ({ workflowId, body }: { workflowId: string; body: BodyOf<"updateWorkflow"> }) =>
      callApi(scenarioEndpoints.updateWorkflow, { workspace, params: { workflowId }, body }),
    onSuccess: refresh,
  });
}

export function useCreateScenario(workspace: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (body: BodyOf<"createScenario">) =>
      callApi(scenarioEndpoints.createScenario, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useCreateFromTemplate(workspace: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (body: BodyOf<"createFromTemplate">) =>
      callApi(scenarioEndpoints.createFromTemplate, { workspace, body }),
    onSuccess: refresh,
  });
}

export function useSaveScenario(workspace: string, scenarioId: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (body: BodyOf<"updateScenario">) =>
      callApi(scenarioEndpoints.updateScenario, { workspace, params: { scenarioId }, body }),
    onSuccess: refresh,
  });
}

export function useCommitScenario(workspace: string, scenarioId: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (body: BodyOf<"commitScenario">) =>
      callApi(scenarioEndpoints.commitScenario, { workspace, params: { scenarioId }, body }),
    onSuccess: refresh,
  });
}

export function useWithdrawForecast(workspace: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (scenarioId: string) =>
      callApi(scenarioEndpoints.withdrawForecast, { workspace, params: { scenarioId } }),
    onSuccess: refresh,
  });
}

export function useDuplicateScenario(workspace: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (scenarioId: string) =>
      callApi(scenarioEndpoints.duplicateScenario, { workspace, params: { scenarioId } }),
    onSuccess: refresh,
  });
}

export function useDeleteScenario(workspace: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (scenarioId: string) =>
      callApi(scenarioEndpoints.deleteScenario, { workspace, params: { scenarioId } }),
    onSuccess: refresh,
  });
}

export function useRestoreScenario(workspace: string) {
  const refresh = useForecastRefresh(workspace);
  return useMutation({
    mutationFn: (scenarioId: string) =>
      callApi(scenarioEndpoints.restoreScenario, { workspace, params: { scenarioId } }),
    onSuccess: refresh,
  });
}
