import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { OverviewScreen } from "@/components/overview/overview-screen";
import { lifecycleQuery } from "@/lib/client/lifecycle-queries";
import { overviewQuery } from "@/lib/client/overview-queries";
import { prefetch } from "@/lib/client/prefetch";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { getLifecycle } from "@/lib/server/lifecycle/get-lifecycle";
import { getOverview } from "@/lib/server/overview/get-overview";
import { isMonth } from "@/lib/time";

export const metadata: Metadata = { title: "Overview" };

interface OverviewPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ month?: string | string[] }>;
}

export default async function OverviewPage({ params, searchParams }: OverviewPageProps) {
  const { workspace } = await requireMember((await params).workspace);
  const { month } = await searchParams;
  const asked = typeof month === "string" && isMonth(month) ? month : null;
  const now = currentTime();
  const state = await prefetch(
    {
      ...overviewQuery(workspace.slug, asked),
      queryFn: () => getOverview(workspace, { ...(asked && { month: asked }) }, now),
    },
    { ...lifecycleQuery(workspace.slug), queryFn: () => getLifecycle(workspace, now) },
  );
  return (
    <HydrationBoundary state={state}>
      <OverviewScreen />
    </HydrationBoundary>
  );
}
