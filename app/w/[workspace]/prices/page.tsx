import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { PricesScreen } from "@/components/prices/prices-screen";
import { lifecycleQuery } from "@/lib/client/lifecycle-queries";
import { prefetch } from "@/lib/client/prefetch";
import { rateCardsQuery } from "@/lib/client/price-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { getLifecycle } from "@/lib/server/lifecycle/get-lifecycle";
import { listRateCards } from "@/lib/server/prices/list-rate-cards";
import { localDate } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Prices" };

export default async function PricesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const now = currentTime();
  const state = await prefetch(
    { ...rateCardsQuery(workspace.slug), queryFn: () => listRateCards(workspace) },
    { ...lifecycleQuery(workspace.slug), queryFn: () => getLifecycle(workspace, now) },
  );
  return (
    <HydrationBoundary state={state}>
      <PricesScreen today={localDate(now.getTime(), workspace.timeZone)} />
    </HydrationBoundary>
  );
}
