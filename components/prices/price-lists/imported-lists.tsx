"use client";

import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useId } from "react";
import { formatInstant } from "@/components/layout/format-instant";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
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
import { priceListsQuery } from "@/lib/client/price-list-queries";
import type { PriceListSummary } from "@/lib/contracts/price-lists";
import { formatDate } from "@/lib/time";
import { useTakeBack } from "./use-take-back";

/** The lists that were brought in, who did it, and how much of them is in use. */
export function ImportedLists() {
  const titleId = useId();
  const { slug } = useWorkspace();
  const query = useQuery(priceListsQuery(slug));
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader titleId={titleId} title="Lists that were brought in" />
      {query.isPending ? (
        <div role="status" aria-label="Loading the price lists" className="grid gap-3 p-4">
          <Skeleton className="h-6" />
          <Skeleton className="h-6" />
        </div>
      ) : query.isError ? (
        <ErrorState
          message={messageOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : query.data.items.length === 0 ? (
        <EmptyState
          icon={ListChecks}
          title="No list yet"
          description="A list that you bring is kept here with its source and date, and compared with your prices."
        />
      ) : (
        <ListRows lists={query.data.items} />
      )}
    </Card>
  );
}

function ListRows({ lists }: { lists: readonly PriceListSummary[] }) {
  const { slug, timeZone } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const { takeBack, pendingId } = useTakeBack(slug);

  return (
    <Table label="Price lists">
      <TableHead>
        <TableRow>
          <TableHeader>List</TableHeader>
          <TableHeader className="max-md:hidden">Looked at on</TableHeader>
          <TableHeader align="end">In use</TableHeader>
          <TableHeader align="end" className="max-sm:hidden">
            Not read
          </TableHeader>
          <TableHeader className="max-md:hidden">Brought in</TableHeader>
          {mayEdit && (
            <TableHeader>
              <span className="sr-only">Take back</span>
            </TableHeader>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {lists.map((list) => (
          <TableRow key={list.id}>
            <TableRowHeader className="max-w-56 truncate">
              {list.sourceUrl === null ? (
                list.name
              ) : (
                <a
                  href={list.sourceUrl}
                  target="_blank"
                  rel="noreferrer"
                  title={list.sourceUrl}
                  className="rounded-sm text-accent hover:underline"
                >
                  {list.name}
                </a>
              )}
            </TableRowHeader>
            <TableCell className="whitespace-nowrap max-md:hidden">{formatDate(list.checkedOn)}</TableCell>
            <TableCell align="end">
              {list.usedCards.toLocaleString("en-US")} of {list.statedCards.toLocaleString("en-US")}
            </TableCell>
            <TableCell align="end" className="max-sm:hidden">
              {list.unreadRows.toLocaleString("en-US")}
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted max-md:hidden">
              {formatInstant(list.createdAt, timeZone)}, {list.createdBy}
            </TableCell>
            {mayEdit && (
              <TableCell align="end">
                <Button
                  size="sm"
                  variant="ghost"
                  onClick={() => void takeBack(list)}
                  isPending={pendingId === list.id}
                  aria-label={`Take back ${list.name} of ${formatInstant(list.createdAt, timeZone)}`}
                >
                  Take back
                </Button>
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
