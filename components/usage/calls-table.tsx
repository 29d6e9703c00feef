"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTable } from "@tanstack/react-table";
import { Download } from "lucide-react";
import { useId, useMemo } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { messageOf } from "@/lib/client/api-error";
import { apiUrl } from "@/lib/client/api-url";
import { callsQuery } from "@/lib/client/usage-queries";
import type { CallFilter, LoggedCall } from "@/lib/contracts/calls";
import { reportEndpoints } from "@/lib/contracts/reports";
import { formatDate } from "@/lib/time";
import { NUMERIC_COLUMNS, ROOMY_COLUMNS, callColumns, callFeatures } from "./call-columns";
import { useOpenCall } from "./opened-call";

/** The calls behind the sums, newest first. */
export function CallsTable({ filter, today }: { filter: CallFilter; today: string }) {
  const titleId = useId();
  const { slug, callsKeptFrom } = useWorkspace();
  const query = useInfiniteQuery(callsQuery(slug, filter));
  const calls = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const hasDropped = callsKeptFrom !== null && (filter.from ?? "") < callsKeptFrom;
  return (
    <Card
      aria-labelledby={titleId}
      className={cn("transition-opacity", query.isPlaceholderData && "opacity-60")}
    >
      <CardHeader
        titleId={titleId}
        title="Calls"
        description="Newest first. Open one to see how its cost was found."
        actions={
          calls.length > 0 && (
            <Button asChild size="sm">
              <a href={apiUrl(reportEndpoints.exportCalls, { workspace: slug, query: filter })} download>
                <Download aria-hidden /> Calls as CSV
              </a>
            </Button>
          )
        }
      />
      {query.isPending ? (
        <CallsSkeleton />
      ) : query.isError ? (
        <ErrorState
          message={messageOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : calls.length === 0 ? (
        <p className="px-4 pt-2 pb-5 text-muted">
          {hasDropped ? "No call that is kept matches these filters." : "No call matches these filters."}
        </p>
      ) : (
        <>
          <CallRows calls={calls} today={today} />
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoadMore={() => void query.fetchNextPage()}
            shown={`${calls.length.toLocaleString("en-US")} ${calls.length === 1 ? "call" : "calls"}`}
          />
        </>
      )}
      {hasDropped && (
        <p className="border-t border-hair px-4 py-3 text-sm text-muted">
          Of days before {formatDate(callsKeptFrom)} the single calls were dropped. Their sums stay, above and
          everywhere.
        </p>
      )}
    </Card>
  );
}

function CallRows({ calls, today }: { calls: LoggedCall[]; today: string }) {
  const { timeZone } = useWorkspace();
  const openCall = useOpenCall();
  const columns = useMemo(() => callColumns(timeZone, today, openCall), [timeZone, today, openCall]);
  const table = useTable({ features: callFeatures, columns, data: calls, getRowId: (call) => call.id });
  return (
    <>
      <Table label="Calls">
        <TableHead>
          {table.getHeaderGroups().map((group) => (
            <TableRow key={group.id}>
              {group.headers.map((header) => (
                <TableHeader
                  key={header.id}
                  align={NUMERIC_COLUMNS.has(header.column.id) ? "end" : "start"}
                  className={cn(ROOMY_COLUMNS.has(header.column.id) && "max-md:hidden")}
                >
                  <table.FlexRender header={header} />
                </TableHeader>
              ))}
            </TableRow>
          ))}
        </TableHead>
        <TableBody>
          {table.getRowModel().rows.map((row) => (
            <TableRow
              key={row.id}
              className="hover:bg-sunken/60" // What is opened from the row, such as an explanation, lies in it for React but not on the page.
              onClick={({ currentTarget, target }) => {
                if (target instanceof Node && currentTarget.contains(target)) openCall(row.original);
              }}
            >
              {row.getAllCells().map((cell) => (
                <TableCell
                  key={cell.id}
                  align={NUMERIC_COLUMNS.has(cell.column.id) ? "end" : "start"}
                  className={cn(ROOMY_COLUMNS.has(cell.column.id) && "max-md:hidden")}
                >
                  <table.FlexRender cell={cell} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

function CallsSkeleton() {
  return (
    <div role="status" aria-label="Loading the calls" className="grid gap-3 p-4">
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} className="h-6" />
      ))}
    </div>
  );
}
