import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { MonthsScreen } from "@/components/reports/months-screen";
import { prefetch } from "@/lib/client/prefetch";
import { monthsQuery } from "@/lib/client/report-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { listMonths } from "@/lib/server/reports/list-months";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const state = await prefetch({
    ...monthsQuery(workspace.slug),
    queryFn: () => listMonths(workspace, currentTime()),
  });
  return (
    <HydrationBoundary state={state}>
      <MonthsScreen />
    </HydrationBoundary>
  );
}
