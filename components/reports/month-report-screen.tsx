"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { CumulativeLineChart } from "@/components/charts/cumulative-line-chart";
import { PageHeader } from "@/components/layout/page-header";
import { UnpricedNotice } from "@/components/layout/unpriced-notice";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { MonthStepper } from "@/components/ui/month-stepper";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { apiUrl } from "@/lib/client/api-url";
import { monthReportQuery } from "@/lib/client/report-queries";
import { usageHref } from "@/lib/client/usage-href";
import { type MonthReport, reportEndpoints } from "@/lib/contracts/reports";
import { formatUsdExact, nanoUsd } from "@/lib/money";
import { formatMonth } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import { CloseMonthButton } from "./close-month-button";
import { ClosedBadge } from "./closed-badge";
import { LaterCallsNotice } from "./later-calls-notice";
import { STATE_WORDS } from "./month-words";
import { ReportFigures } from "./report-figures";
import { ReportSkeleton } from "./report-skeleton";
import { StatementTable } from "./statement-table";

export function MonthReportScreen({ month }: { month: string }) {
  const router = useRouter();
  const { slug } = useWorkspace();
  const query = useQuery(monthReportQuery(slug, month));
  const report = query.data;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: "Reports", href: `/w/${slug}/reports` }]}
        title={formatMonth(month)}
        badges={report && <ReportBadge report={report} />}
        subline={report && `${formatDateRange(report.from, report.to).slice(0, -5)} · ${report.timeZone}`}
        actions={
          <>
            <MonthStepper value={month} onValueChange={(next) => router.push(`/w/${slug}/reports/${next}`)} />
            {report && <CloseMonthButton report={report} />}
            <IconButton label="Print" variant="secondary" onClick={() => window.print()}>
              <Printer aria-hidden />
            </IconButton>
            <Button asChild>
              <a href={apiUrl(reportEndpoints.exportMonth, { workspace: slug, params: { month } })} download>
                <Download aria-hidden /> CSV
              </a>
            </Button>
          </>
        }
      />
      {query.isPending ? (
        <ReportSkeleton />
      ) : query.isError ? (
        <ErrorState
          message={messageOf(query.error)}
          requestId={query.error instanceof ApiError ? query.error.requestId : null}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <LoadedReport report={query.data} />
      )}
    </>
  );
}

function ReportBadge({ report: { state, close } }: { report: MonthReport }) {
  if (close !== null) return <ClosedBadge close={close} />;
  return state === "past" ? null : <Badge>{STATE_WORDS[state]}</Badge>;
}

function LoadedReport({ report }: { report: MonthReport }) {
  const { slug } = useWorkspace();
  const { from, to, month, state, totals } = report;
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <ReportFigures report={report} />
      <LaterCallsNotice close={report.close} />
      <UnpricedNotice unpriced={totals} href={usageHref(slug, { from, to, costBasis: "unpriced" })} />
      <CumulativeLineChart
        title={state === "future" ? "As it will add up, day by day" : "As it added up, day by day"}
        days={report.days}
        budgetNanoUsd={report.budgetNanoUsd}
        today={state === "open" ? to : null}
        fileName={`pixelcast-${month}-day-by-day`}
        empty={<p className="text-muted">Neither a call nor a forecast in this month.</p>}
      />
      <StatementTable report={report} />
      {state !== "future" && <ExactTotal report={report} />}
    </div>
  );
}

/** What the cents on the screen were rounded from, and of what. */
function ExactTotal({ report }: { report: MonthReport }) {
  const { month, timeZone, total, totals } = report;
  return (
    <p className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm text-muted">
      <span>
        To the last digit{" "}
        <span className="font-medium text-ink">{formatUsdExact(nanoUsd(BigInt(total.actualNanoUsd)))}</span>,{" "}
        {totals.calls.toLocaleString("en-US")} calls, month {month} in {timeZone}
      </span>
      <span>The CSV and the API give the same total.</span>
    </p>
  );
}
