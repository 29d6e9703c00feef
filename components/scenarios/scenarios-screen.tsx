"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartNoAxesColumnIncreasing, LayoutTemplate, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { notify, notifyError } from "@/components/ui/toast";
import { ApiError, messageOf } from "@/lib/client/api-error";
import {
  useCreateScenario,
  useDeleteScenario,
  useDuplicateScenario,
  useRestoreScenario,
} from "@/lib/client/scenario-mutations";
import { scenariosQuery, workflowsQuery } from "@/lib/client/scenario-queries";
import type { Scenario, Workflow } from "@/lib/contracts/scenarios";
import type { Stage } from "@/lib/contracts/values";
import { scenarioTemplates } from "@/lib/scenarios";
import { prepareBoard } from "./prepare-board";
import { ScenarioBoard } from "./scenario-board";

const TemplateDialog = dynamic(() => import("./template-dialog").then((module) => module.TemplateDialog), {
  ssr: false,
});
const WorkflowDialog = dynamic(() => import("./workflow-dialog").then((module) => module.WorkflowDialog), {
  ssr: false,
});

type OpenDialog = { kind: "template" } | { kind: "workflow"; workflow: Workflow | null } | null;

/** What every workflow is planned to cost, stage by stage. */
export function ScenariosScreen({ today }: { today: string }) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const mayEdit = useAllows("editScenarios");
  const workflows = useQuery(workflowsQuery(slug));
  const scenarios = useQuery(scenariosQuery(slug));
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const create = useCreateScenario(slug);
  const duplicate = useDuplicateScenario(slug);
  const remove = useDeleteScenario(slug);
  const restore = useRestoreScenario(slug);
  const error = workflows.error ?? scenarios.error;
  const onError = (problem: unknown) => notifyError(messageOf(problem));
  const open = (scenarioId: string) => router.push(`/w/${slug}/scenarios/${scenarioId}`);

  function add(workflow: Workflow, stage: Stage) {
    const start = scenarioTemplates(today)[0]?.scenarios.find((scenario) => scenario.stage === stage);
    if (!start) return;
    const drivers = { ...start.drivers, startsOn: today } as Scenario["drivers"];
    create.mutate(
      { workflowId: workflow.id, stage, name: start.name, purpose: start.purpose, drivers },
      { onSuccess: ({ id }) => open(id), onError },
    );
  }

  function deleteScenario(scenario: Scenario) {
    remove.mutate(scenario.id, {
      onSuccess: () =>
        notify({
          message: `${scenario.name} is deleted.`,
          ...(scenario.committed && {
            description: "It is no longer the forecast. Its versions stay in the record.",
          }),
          onUndo: () => restore.mutate(scenario.id, { onError }),
        }),
      onError,
    });
  }

  const newWorkflow = (
    <Button onClick={() => setDialog({ kind: "workflow", workflow: null })}>
      <Plus aria-hidden /> New workflow
    </Button>
  );
  const fromTemplate = (
    <Button variant="primary" onClick={() => setDialog({ kind: "template" })}>
      <LayoutTemplate aria-hidden /> Start from a template
    </Button>
  );

  return (
    <>
      <PageHeader
        title="Scenarios"
        subline="Projected spend of every workflow, stage by stage"
        actions={
          mayEdit && (
            <>
              {newWorkflow}
              {fromTemplate}
            </>
          )
        }
      />
      {error && !(workflows.data && scenarios.data) ? (
        <Card>
          <ErrorState
            message={messageOf(error)}
            requestId={error instanceof ApiError ? error.requestId : null}
            onRetry={() => void Promise.all([workflows.refetch(), scenarios.refetch()])}
            isRetrying={workflows.isFetching || scenarios.isFetching}
          />
        </Card>
      ) : !workflows.data || !scenarios.data ? (
        <BoardSkeleton />
      ) : workflows.data.items.length === 0 ? (
        <Card>
          <EmptyState
            icon={ChartNoAxesColumnIncreasing}
            title="What would it cost?"
            description="Define what a workflow needs as a prototype, a pilot and in production, and see its monthly spend before you build."
            action={
              mayEdit && (
                <>
                  {fromTemplate}
                  {newWorkflow}
                </>
              )
            }
          />
        </Card>
      ) : (
        <ScenarioBoard
          workspace={slug}
          rows={prepareBoard(workflows.data.items, scenarios.data.items)}
          actions={
            mayEdit
              ? {
                  onAdd: add,
                  onEditWorkflow: (workflow) => setDialog({ kind: "workflow", workflow }),
                  onDuplicate: ({ id }) =>
                    duplicate.mutate(id, { onSuccess: (copy) => open(copy.id), onError }),
                  onDelete: deleteScenario,
                }
              : null
          }
        />
      )}
      {dialog?.kind === "template" && (
        <TemplateDialog workspace={slug} today={today} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === "workflow" && (
        <WorkflowDialog workspace={slug} workflow={dialog.workflow} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

function BoardSkeleton() {
  return (
    <div className="grid gap-3" aria-hidden>
      {[0, 1, 2].map((row) => (
        <div key={row} className="grid gap-3 py-3 lg:grid-cols-[12rem_repeat(3,minmax(0,1fr))]">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-26 rounded-card" />
          <Skeleton className="h-26 rounded-card" />
          <Skeleton className="h-26 rounded-card" />
        </div>
      ))}
    </div>
  );
}
