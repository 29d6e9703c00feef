import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { RepricingScreen } from "@/components/prices/repricing/repricing-screen";
import { prefetch } from "@/lib/client/prefetch";
import { repricingsQuery } from "@/lib/client/repricing-queries";
import { filterValuesQuery } from "@/lib/client/usage-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { listRepricings } from "@/lib/server/repricing/list-repricings";
import { getFilterValues } from "@/lib/server/usage/get-filter-values";
import { localDate } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Reprice past calls" };

export default async function RepricingPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const state = await prefetch(
    { ...repricingsQuery(workspace.slug), queryFn: () => listRepricings(workspace) },
    { ...filterValuesQuery(workspace.slug), queryFn: () => getFilterValues(workspace) },
  );
  return (
    <HydrationBoundary state={state}>
      <RepricingScreen today={localDate(currentTime().getTime(), workspace.timeZone)} />
    </HydrationBoundary>
  );
}
