"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { rateCardsQuery } from "@/lib/client/price-queries";
import { scenarioQuery } from "@/lib/client/scenario-queries";
import { EditorSkeleton } from "./editor-skeleton";
import { ScenarioEditor } from "./scenario-editor";

/** Waits for the scenario and the prices that it is projected with. */
export function ScenarioEditorScreen({ scenarioId, today }: { scenarioId: string; today: string }) {
  const { slug } = useWorkspace();
  const [isDeleting, setIsDeleting] = useState(false);
  const scenario = useQuery({ ...scenarioQuery(slug, scenarioId), enabled: !isDeleting });
  const prices = useQuery(rateCardsQuery(slug));
  const error = scenario.error ?? prices.error;

  if (scenario.data?.id === scenarioId && prices.data) {
    return (
      <ScenarioEditor
        key={scenarioId}
        scenario={scenario.data}
        cards={prices.data.items}
        today={today}
        onDeleting={setIsDeleting}
      />
    );
  }
  if (!error) return <EditorSkeleton />;
  return (
    <Card>
      <ErrorState
        message={messageOf(error)}
        requestId={error instanceof ApiError ? error.requestId : null}
        onRetry={() => void Promise.all([scenario.refetch(), prices.refetch()])}
        isRetrying={scenario.isFetching || prices.isFetching}
      />
    </Card>
  );
}
