import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { ReconciliationScreen } from "@/components/reports/reconciliation/reconciliation-screen";
import { prefetch } from "@/lib/client/prefetch";
import { reconciledMonth, reconciliationQuery } from "@/lib/client/reconciliation-queries";
import { loadReconciliationSearch } from "@/lib/client/reconciliation-search";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { getReconciliation } from "@/lib/server/reconciliation/get-reconciliation";
import { monthOf } from "@/lib/time";
import { localDate } from "@/lib/time/zone";

export const metadata: Metadata = { title: "Reconciliation · Reports" };

interface ReconciliationPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function ReconciliationPage({ params, searchParams }: ReconciliationPageProps) {
  const { workspace } = await requireMember((await params).workspace);
  const search = await loadReconciliationSearch(searchParams);
  const thisMonth = monthOf(localDate(currentTime().getTime(), workspace.timeZone));
  const month = search.month ?? thisMonth;
  const state = await prefetch({
    ...reconciliationQuery(workspace.slug, month, search.provider),
    queryFn: () => getReconciliation(workspace, reconciledMonth(month, search.provider)),
  });
  return (
    <HydrationBoundary state={state}>
      <ReconciliationScreen thisMonth={thisMonth} />
    </HydrationBoundary>
  );
}
