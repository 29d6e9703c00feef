"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
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
import { formatMonth } from "@/lib/time";
import { STATE_WORDS } from "./month-words";

/** Every month that has something to report, newest first. */
export function MonthsScreen() {
  const { slug, timeZone } = useWorkspace();
  const query = useQuery(monthsQuery(slug));
  return (
    <>
      <PageHeader title="Reports" subline={`By calendar month · ${timeZone}`} />
      <Card aria-label="Months">
        {query.isPending ? (
          <div role="status" aria-label="Loading the months" className="grid gap-3 p-4">
            {Array.from({ length: 12 }, (_, index) => (
              <Skeleton key={index} className="h-6" />
            ))}
          </div>
        ) : query.isError ? (
          <ErrorState
            message={messageOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : query.data.items.length === 0 ? (
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
        ) : (
          <MonthRows months={query.data.items} />
        )}
      </Card>
    </>
  );
}

function MonthRows({ months }: { months: readonly MonthSummary[] }) {
  const { slug } = useWorkspace();
  return (
    <Table label="Months">
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
                <Link
                  href={`/w/${slug}/reports/${month.month}`}
                  className="rounded-sm hover:text-accent hover:underline"
                >
                  {formatMonth(month.month)}
                </Link>
                {month.state !== "past" && <Badge>{STATE_WORDS[month.state]}</Badge>}
              </span>
            </TableRowHeader>
            <TableCell align="end">
              <Amount nanoUsd={month.actualNanoUsd} nullLabel="no calls" />
            </TableCell>
            <TableCell align="end" className="max-sm:hidden">
              <Amount nanoUsd={month.forecastNanoUsd} nullLabel="no forecast" />
            </TableCell>
            <TableCell align="end" className="max-md:hidden">
              <Difference nanoUsd={month.varianceNanoUsd} isWordHidden />
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
