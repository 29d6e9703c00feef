import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { PriceListsScreen } from "@/components/prices/price-lists/price-lists-screen";
import { prefetch } from "@/lib/client/prefetch";
import { disagreementsQuery, priceListsQuery } from "@/lib/client/price-list-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { listDisagreements } from "@/lib/server/price-lists/list-disagreements";
import { listPriceLists } from "@/lib/server/price-lists/list-price-lists";
import { localDate } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Price lists" };

export default async function PriceListsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const now = currentTime();
  const state = await prefetch(
    { ...priceListsQuery(workspace.slug), queryFn: () => listPriceLists(workspace) },
    { ...disagreementsQuery(workspace.slug), queryFn: () => listDisagreements(workspace, now) },
  );
  return (
    <HydrationBoundary state={state}>
      <PriceListsScreen today={localDate(now.getTime(), workspace.timeZone)} />
    </HydrationBoundary>
  );
}
