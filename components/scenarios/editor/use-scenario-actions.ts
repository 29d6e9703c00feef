"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify, notifyError } from "@/components/ui/toast";
import { ApiError, messageOf } from "@/lib/client/api-error";
import {
  useCommitScenario,
  useCreateScenario,
  useDeleteScenario,
  useDuplicateScenario,
  useRestoreScenario,
  useSaveScenario,
  useWithdrawForecast,
} from "@/lib/client/scenario-mutations";
import { scenarioQuery } from "@/lib/client/scenario-queries";
import { type Scenario, scenarioDriversSchema } from "@/lib/contracts/scenarios";
import type { Draft } from "./draft";

interface ScenarioActionEvents {
  onSaved: (saved: Scenario) => void;
  /** From then on the scenario is not to be asked for again, unless deleting it fails. */
  onDeleting: (isDeleting: boolean) => void;
}

/** Everything that the editor asks of the server, with what is said about it. */
export function useScenarioActions(
  workspace: string,
  base: Scenario,
  { onSaved, onDeleting }: ScenarioActionEvents,
) {
  const router = useRouter();
  const client = useQueryClient();
  const save = useSaveScenario(workspace, base.id);
  const commit = useCommitScenario(workspace, base.id);
  const create = useCreateScenario(workspace);
  const withdraw = useWithdrawForecast(workspace);
  const duplicate = useDuplicateScenario(workspace);
  const remove = useDeleteScenario(workspace);
  const restore = useRestoreScenario(workspace);
  const [conflict, setConflict] = useState<Scenario | null>(null);
  const [commitProblem, setCommitProblem] = useState<string>();
  const onError = (problem: unknown) => notifyError(messageOf(problem));
  const hrefOf = (scenarioId: string) => `/w/${workspace}/scenarios/${scenarioId}`;
  const bodyOf = ({ drivers, ...draft }: Draft) => ({
    ...draft,
    drivers: scenarioDriversSchema.parse(drivers),
  });

  /** Answers null where it was refused; why has been said by then. */
  async function saveDraft(draft: Draft, revision = base.revision): Promise<Scenario | null> {
    try {
      const saved = await save.mutateAsync({ ...bodyOf(draft), revision });
      setConflict(null);
      onSaved(saved);
      return saved;
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === "conflict") {
        const theirs = await client.fetchQuery({ ...scenarioQuery(workspace, base.id), staleTime: 0 });
        setConflict(theirs);
      } else {
        onError(problem);
      }
      return null;
    }
  }

  async function commitDraft(draft: Draft, isDirty: boolean): Promise<boolean> {
    setCommitProblem(undefined);
    const saved = isDirty ? await saveDraft(draft) : base;
    if (saved === null) return false;
    try {
      const version = await commit.mutateAsync({ revision: saved.revision });
      notify({ message: `Version ${version.number} is the forecast.` });
      return true;
    } catch (problem) {
      setCommitProblem(messageOf(problem));
      return false;
    }
  }

  /** By promises, because what is said and undone here outlives the editor. */
  async function deleteScenario() {
    onDeleting(true);
    try {
      await remove.mutateAsync(base.id);
    } catch (problem) {
      onDeleting(false);
      onError(problem);
      return;
    }
    router.push(`/w/${workspace}/scenarios`);
    notify({
      message: `${base.name} is deleted.`,
      ...(base.committed && {
        description: "It is no longer the forecast. Its versions stay in the record.",
      }),
      onUndo: () => {
        restore.mutateAsync(base.id).then(({ id }) => router.push(hrefOf(id)), onError);
      },
    });
  }

  return {
    saveDraft,
    commitDraft,
    conflict,
    closeConflict: () => setConflict(null),
    commitProblem,
    isSaving: save.isPending,
    isCommitting: commit.isPending || save.isPending,
    isWithdrawing: withdraw.isPending,
    isCopying: create.isPending,
    withdrawForecast: (onDone: () => void) =>
      withdraw.mutate(base.id, {
        onSuccess: () => {
          notify({ message: "The forecast is withdrawn." });
          onDone();
        },
        onError,
      }),
    copyDraft: (draft: Draft) =>
      create.mutate(
        {
          ...bodyOf(draft),
          name: `${draft.name.slice(0, 93)} (mine)`,
          workflowId: base.workflow.id,
          stage: base.stage,
        },
        { onSuccess: ({ id }) => router.push(hrefOf(id)), onError },
      ),
    duplicateSaved: () =>
      duplicate.mutate(base.id, {
        onSuccess: (copy) => {
          notify({ message: `${copy.name} is a copy of what was saved.` });
          router.push(hrefOf(copy.id));
        },
        onError,
      }),
    deleteScenario: () => void deleteScenario(),
  };
}
