import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MonthReportScreen } from "@/components/reports/month-report-screen";
import { prefetch } from "@/lib/client/prefetch";
import { monthReportQuery } from "@/lib/client/report-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { getMonthReport } from "@/lib/server/reports/get-month-report";
import { formatMonth, isMonth } from "@/lib/time";

interface MonthReportPageProps {
  params: Promise<{ workspace: string; month: string }>;
}

export async function generateMetadata({ params }: MonthReportPageProps): Promise<Metadata> {
  const { month } = await params;
  return { title: isMonth(month) ? `${formatMonth(month)} · Report` : "Reports" };
}

export default async function MonthReportPage({ params }: MonthReportPageProps) {
  const { workspace: slug, month } = await params;
  const { workspace } = await requireMember(slug);
  if (!isMonth(month)) notFound();
  const state = await prefetch({
    ...monthReportQuery(workspace.slug, month),
    queryFn: () => getMonthReport(workspace, { month }, currentTime()),
  });
  return (
    <HydrationBoundary state={state}>
      <MonthReportScreen month={month} />
    </HydrationBoundary>
  );
}
