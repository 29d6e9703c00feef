"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Card, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { messageOf } from "@/lib/client/api-error";
import { rejectsQuery } from "@/lib/client/import-queries";
import { fieldLabel } from "./import-fields";
import { plural } from "./import-words";

interface RejectsTableProps {
  importId: string;
  rejected: number;
  download: ReactNode;
}

/** Every line that could not become a call, and why. */
export function RejectsTable({ importId, rejected, download }: RejectsTableProps) {
  const titleId = useId();
  const { slug } = useWorkspace();
  const query = useInfiniteQuery(rejectsQuery(slug, importId));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader
        titleId={titleId}
        title="Rejected lines"
        description="The file of rejects has them as they were, with the reason. Mend it and import it: the mended lines are added."
        actions={download}
      />
      {query.isPending ? (
        <div role="status" aria-label="Loading the rejected lines" className="grid gap-3 p-4">
          {Array.from({ length: 4 }, (_, index) => (
            <Skeleton key={index} className="h-6" />
          ))}
        </div>
      ) : query.isError ? (
        <ErrorState
          message={messageOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <>
          <Table label="Rejected lines">
            <TableHead>
              <TableRow>
                <TableHeader align="end">Line</TableHeader>
                <TableHeader>Field</TableHeader>
                <TableHeader>Why</TableHeader>
                <TableHeader className="max-md:hidden">The line</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.line}>
                  <TableCell align="end">{row.line.toLocaleString("en-US")}</TableCell>
                  <TableCell className="whitespace-nowrap">
                    {row.field ? fieldLabel(row.field) : "The line"}
                  </TableCell>
                  <TableCell className="py-1.5">{row.reason}</TableCell>
                  <TableCell className="max-w-96 max-md:hidden">
                    <code className="block truncate font-mono text-sm text-muted" title={row.content}>
                      {row.content}
                    </code>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoadMore={() => void query.fetchNextPage()}
            shown={
              query.hasNextPage
                ? `${rows.length.toLocaleString("en-US")} of ${plural(rejected, "line", "lines")}`
                : plural(rows.length, "line", "lines")
            }
          />
        </>
      )}
    </Card>
  );
}
