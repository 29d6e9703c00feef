import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScenarioEditorScreen } from "@/components/scenarios/editor/scenario-editor-screen";
import { prefetch } from "@/lib/client/prefetch";
import { rateCardsQuery } from "@/lib/client/price-queries";
import { scenarioQuery, scenarioVersionsQuery } from "@/lib/client/scenario-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { listRateCards } from "@/lib/server/prices/list-rate-cards";
import { listVersions } from "@/lib/server/scenarios/list-versions";
import { localDate } from "@/lib/time/zone";
import { loadScenario } from "./load-scenario";

interface ScenarioPageProps {
  params: Promise<{ workspace: string; scenarioId: string }>;
}

export async function generateMetadata({ params }: ScenarioPageProps): Promise<Metadata> {
  const { workspace, scenarioId } = await params;
  const scenario = await loadScenario(workspace, scenarioId);
  return { title: scenario?.name ?? "No such scenario" };
}

export default async function ScenarioPage({ params }: ScenarioPageProps) {
  const { workspace: slug, scenarioId } = await params;
  const { workspace } = await requireMember(slug);
  const scenario = await loadScenario(slug, scenarioId);
  if (scenario === null) notFound();
  const state = await prefetch(
    { queryKey: scenarioQuery(slug, scenarioId).queryKey, queryFn: () => Promise.resolve(scenario) },
    {
      queryKey: scenarioVersionsQuery(slug, scenarioId).queryKey,
      queryFn: () => listVersions(workspace, scenarioId),
    },
    { queryKey: rateCardsQuery(slug).queryKey, queryFn: () => listRateCards(workspace) },
  );
  return (
    <HydrationBoundary state={state}>
      <ScenarioEditorScreen
        scenarioId={scenarioId}
        today={localDate(currentTime().getTime(), workspace.timeZone)}
      />
    </HydrationBoundary>
  );
}
