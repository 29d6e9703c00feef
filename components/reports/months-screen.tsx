"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import Link from "next/link";
import { CostAmount } from "@/components/layout/cost-amount";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { PageHeader } from "@/components/layout/page-header";
import { statementQuestions } from "@/components/layout/statement-questions";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Difference } from "@/components/ui/difference";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { messageOf } from "@/lib/client/api-error";
import { monthsQuery } from "@/lib/client/report-queries";
import type { MonthSummary } from "@/lib/contracts/reports";
import { firstDay, formatMonth, lastDay } from "@/lib/time";
import { ClosedBadge } from "./closed-badge";
import { STATE_WORDS } from "./month-words";

/** Every month that has something to report, newest first. */
export function MonthsScreen() {
  const { slug, timeZone } = useWorkspace();
  const query = useQuery(monthsQuery(slug));
  return (
    <>
      <PageHeader
        title="Reports"
        subline={`By calendar month · ${timeZone}`}
        actions={
          <Button asChild>
            <Link href={`/w/${slug}/reports/reconciliation`}>Reconcile with the bill</Link>
          </Button>
        }
      />
      {query.isPending ? (
        <Card role="status" aria-label="Loading the months" className="grid gap-3 p-4">
          {Array.from({ length: 12 }, (_, index) => (
            <Skeleton key={index} className="h-6" />
          ))}
        </Card>
      ) : query.isError ? (
        <Card>
          <ErrorState
            message={messageOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        </Card>
      ) : query.data.items.length === 0 ? (
        <NothingYet />
      ) : (
        <Months months={query.data.items} />
      )}
    </>
  );
}

function NothingYet() {
  const { slug } = useWorkspace();
  return (
    <Card>
      <EmptyState
        icon={FileText}
        title="Nothing to report yet"
        description="A month is listed here once it has calls or a committed forecast."
        action={
          <>
            <Button asChild variant="primary">
              <Link href={`/w/${slug}/scenarios`}>Define a scenario</Link>
            </Button>
            <Button asChild>
              <Link href={`/w/${slug}/import`}>Import a log</Link>
            </Button>
          </>
        }
      />
    </Card>
  );
}

/** The month that runs and those before it first; what is only forecast follows, the nearest month first. */
function Months({ months }: { months: readonly MonthSummary[] }) {
  const begun = months.filter((month) => month.state !== "future");
  const toCome = months.filter((month) => month.state === "future").toReversed();
  return (
    <div className="grid grid-cols-1 gap-3.5">
      {begun.length > 0 && (
        <Card>
          <BegunMonths months={begun} />
        </Card>
      )}
      {toCome.length > 0 && (
        <Card>
          <MonthsToCome months={toCome} />
        </Card>
      )}
    </div>
  );
}

function BegunMonths({ months }: { months: readonly MonthSummary[] }) {
  return (
    <Table label="Months up to today" scrollClassName="rounded-card">
      <TableHead>
        <TableRow>
          <TableHeader>Month</TableHeader>
          <TableHeader align="end">Actual</TableHeader>
          <TableHeader align="end" className="max-sm:hidden">
            Forecast
          </TableHeader>
          <TableHeader align="end" className="max-md:hidden">
            Variance
          </TableHeader>
          <TableHeader align="end">%</TableHeader>
          <TableHeader align="end" className="max-md:hidden">
            Unpriced calls
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {months.map((month) => (
          <TableRow key={month.month} className="hover:bg-sunken/60">
            <TableRowHeader>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
                <MonthLink month={month.month} />
                {month.state === "open" && <Badge>{STATE_WORDS.open}</Badge>}
                {month.close && <ClosedBadge close={month.close} isShort />}
              </span>
            </TableRowHeader>
            <TableCell align="end">
              <ExplainAmount of={month.actualNanoUsd === null ? null : questionsOf(month).actual}>
                {month.actualNanoUsd === null ? (
                  <Amount nanoUsd={null} nullLabel="no calls" />
                ) : (
                  <CostAmount {...month} costNanoUsd={month.actualNanoUsd} />
                )}
              </ExplainAmount>
            </TableCell>
            <TableCell align="end" className="max-sm:hidden">
              <ExplainAmount of={month.forecastNanoUsd === null ? null : questionsOf(month).forecast}>
                <Amount nanoUsd={month.forecastNanoUsd} nullLabel="no forecast" />
              </ExplainAmount>
            </TableCell>
            <TableCell align="end" className="max-md:hidden">
              <ExplainAmount of={month.varianceNanoUsd === null ? null : questionsOf(month).variance}>
                <Difference nanoUsd={month.varianceNanoUsd} isWordHidden />
              </ExplainAmount>
            </TableCell>
            <TableCell align="end">
              <Difference
                nanoUsd={month.varianceNanoUsd}
                basisPoints={month.varianceBasisPoints}
                show="percent"
              />
            </TableCell>
            <TableCell align="end" className="max-md:hidden">
              {month.unpricedCalls.toLocaleString("en-US")}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function MonthsToCome({ months }: { months: readonly MonthSummary[] }) {
  return (
    <Table label="Months to come" scrollClassName="rounded-card">
      <TableHead>
        <TableRow>
          <TableHeader>To come</TableHeader>
          <TableHeader align="end">Forecast</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {months.map((month) => (
          <TableRow key={month.month} className="hover:bg-sunken/60">
            <TableRowHeader>
              <MonthLink month={month.month} />
            </TableRowHeader>
            <TableCell align="end">
              <ExplainAmount of={month.forecastNanoUsd === null ? null : questionsOf(month).forecast}>
                <Amount nanoUsd={month.forecastNanoUsd} nullLabel="no forecast" />
              </ExplainAmount>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The whole month: days to come have no calls. */
function questionsOf({ month }: MonthSummary) {
  return statementQuestions({ month, from: firstDay(month), to: lastDay(month) }, null);
}

function MonthLink({ month }: { month: string }) {
  const { slug } = useWorkspace();
  return (
    <Link href={`/w/${slug}/reports/${month}`} className="rounded-sm hover:text-accent hover:underline">
      {formatMonth(month)}
    </Link>
  );
}
