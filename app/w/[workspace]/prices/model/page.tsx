import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ModelScreen } from "@/components/prices/model-screen";
import { prefetch } from "@/lib/client/prefetch";
import { rateCardsQuery } from "@/lib/client/price-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { listRateCards } from "@/lib/server/prices/list-rate-cards";
import { localDate } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Price history" };

interface ModelPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ModelPage({ params, searchParams }: ModelPageProps) {
  const { workspace } = await requireMember((await params).workspace);
  const { provider, model } = await searchParams;
  if (typeof provider !== "string" || typeof model !== "string") notFound();
  const state = await prefetch({
    ...rateCardsQuery(workspace.slug),
    queryFn: () => listRateCards(workspace),
  });
  const today = localDate(currentTime().getTime(), workspace.timeZone);
  return (
    <HydrationBoundary state={state}>
      <ModelScreen provider={provider} model={model} today={today} />
    </HydrationBoundary>
  );
}
