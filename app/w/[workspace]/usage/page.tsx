import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { UsageScreen } from "@/components/usage/usage-screen";
import { askedUsage } from "@/components/usage/usage-question";
import { prefetch } from "@/lib/client/prefetch";
import { savedViewsQuery } from "@/lib/client/saved-view-queries";
import { filterValuesQuery, usageSeriesQuery } from "@/lib/client/usage-queries";
import { loadUsageSearch } from "@/lib/client/usage-search";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { listSavedViews } from "@/lib/server/saved-views/list-saved-views";
import { getFilterValues } from "@/lib/server/usage/get-filter-values";
import { getUsageSeries } from "@/lib/server/usage/get-usage-series";
import { localDate } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Usage" };

interface UsagePageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UsagePage({ params, searchParams }: UsagePageProps) {
  const actor = await requireMember((await params).workspace);
  const { workspace } = actor;
  const search = loadUsageSearch(await searchParams);
  const today = localDate(currentTime().getTime(), workspace.timeZone);
  const values = await getFilterValues(workspace);
  const { question } = askedUsage(search, { today, ...values });
  const state = await prefetch(
    { ...filterValuesQuery(workspace.slug), queryFn: () => Promise.resolve(values) },
    {
      ...usageSeriesQuery(workspace.slug, question),
      queryFn: async () => ({ question, series: await getUsageSeries(workspace, question) }),
    },
    { ...savedViewsQuery(workspace.slug), queryFn: () => listSavedViews(actor) },
  );
  return (
    <HydrationBoundary state={state}>
      <UsageScreen today={today} />
    </HydrationBoundary>
  );
}
