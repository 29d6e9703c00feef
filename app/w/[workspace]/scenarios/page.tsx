import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ScenariosScreen } from "@/components/scenarios/scenarios-screen";
import { prefetch } from "@/lib/client/prefetch";
import { scenariosQuery, workflowsQuery } from "@/lib/client/scenario-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { listScenarios } from "@/lib/server/scenarios/list-scenarios";
import { listWorkflows } from "@/lib/server/scenarios/list-workflows";
import { localDate } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Scenarios" };

export default async function ScenariosPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const state = await prefetch(
    { queryKey: workflowsQuery(workspace.slug).queryKey, queryFn: () => listWorkflows(workspace) },
    { queryKey: scenariosQuery(workspace.slug).queryKey, queryFn: () => listScenarios(workspace) },
  );
  return (
    <HydrationBoundary state={state}>
      <ScenariosScreen today={localDate(currentTime().getTime(), workspace.timeZone)} />
    </HydrationBoundary>
  );
}
