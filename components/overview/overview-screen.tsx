"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import Link from "next/link";
import { useQueryState } from "nuqs";
import { MonthLineChart } from "@/components/charts/month-line-chart";
import { LifecycleNotice } from "@/components/layout/lifecycle-notice";
import { PageHeader } from "@/components/layout/page-header";
import { UnpricedNotice } from "@/components/layout/unpriced-notice";
import { usePageTitle } from "@/components/layout/use-page-title";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { ErrorState } from "@/components/ui/error-state";
import { MonthStepper } from "@/components/ui/month-stepper";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { parseAsMonth } from "@/lib/client/month-parser";
import { overviewQuery } from "@/lib/client/overview-queries";
import { usageHref } from "@/lib/client/usage-href";
import type { Overview } from "@/lib/contracts/overview";
import { formatMonth, monthOf } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import { FirstSteps } from "./first-steps";
import { MonthFigures } from "./month-figures";
import { OverviewSkeleton } from "./overview-skeleton";
import { StagesCard } from "./stages-card";
import { WorkflowTable } from "./workflow-table";

export function OverviewScreen() {
  const { slug } = useWorkspace();
  const [month, setMonth] = useQueryState("month", parseAsMonth);
  const query = useQuery(overviewQuery(slug, month));
  if (query.isPending) return <OverviewSkeleton />;
  if (query.isError) {
    return (
      <>
        <PageHeader
          title={month === null ? "Overview" : formatMonth(month)}
          actions={
            month !== null && <MonthStepper value={month} onValueChange={(next) => void setMonth(next)} />
          }
        />
        <ErrorState
          message={messageOf(query.error)}
          requestId={query.error instanceof ApiError ? query.error.requestId : null}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      </>
    );
  }
  return (
    <LoadedOverview
      overview={query.data}
      shownMonth={month ?? query.data.month}
      isStale={query.isPlaceholderData}
      onMonth={(next) => void setMonth(next === query.data.today.slice(0, 7) ? null : next)}
    />
  );
}

interface LoadedOverviewProps {
  overview: Overview;
  /** The month asked for, while the answer is still that of another. */
  shownMonth: string;
  isStale: boolean;
  onMonth: (month: string) => void;
}

function LoadedOverview({ overview, shownMonth, isStale, onMonth }: LoadedOverviewProps) {
  const { slug } = useWorkspace();
  const { from, to, today, timeZone, freshness, months, totals } = overview;
  usePageTitle(`${formatMonth(overview.month)} · Overview`);
  // The outlook is of the month on this page; the chart's open month is the one that today is in.
  const isOpen = overview.month === monthOf(today);
  const hasCalls = freshness.calls > 0;
  const hasForecast =
    months.some((point) => point.forecastNanoUsd !== null) || overview.forecastNanoUsd !== null;
  return (
    <>
      <PageHeader
        title={formatMonth(overview.month)}
        subline={`${formatDateRange(from, to).slice(0, -5)} · ${timeZone}`}
        actions={
          <>
            <MonthStepper value={shownMonth} onValueChange={onMonth} />
            <Button asChild>
              <Link href={`/w/${slug}/reports/${overview.month}`}>
                <FileText aria-hidden /> Report
              </Link>
            </Button>
          </>
        }
      />
      <div
        aria-busy={isStale}
        className={cn("grid grid-cols-1 gap-3.5 transition-opacity", isStale && "opacity-60")}
      >
        {!(hasCalls && hasForecast) && <FirstSteps hasCalls={hasCalls} hasForecast={hasForecast} />}
        {(hasCalls || hasForecast) && (
          <>
            <MonthFigures overview={overview} />
            <LifecycleNotice />
            <UnpricedNotice unpriced={totals} href={usageHref(slug, { from, to, costBasis: "unpriced" })} />
            <MonthLineChart
              title="Forecast and actual, twelve months"
              months={months}
              outlookNanoUsd={isOpen ? overview.outlook.expectedNanoUsd : null}
              today={today}
              fileName={`pixelcast-months-to-${months.at(-1)?.month ?? overview.month}`}
              empty={<p className="text-muted">No calls and no forecast in these months.</p>}
            />
            <div className="grid grid-cols-1 gap-3.5 lg:grid-cols-[2fr_1fr]">
              <WorkflowTable overview={overview} className="min-w-0" />
              <StagesCard overview={overview} className="min-w-0" />
            </div>
          </>
        )}
      </div>
    </>
  );
}
