"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
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
import { repricingsQuery } from "@/lib/client/repricing-queries";
import type { RepricingSummary } from "@/lib/contracts/repricings";
import { scopeWords, STATUS_WORDS } from "./repricing-words";

interface RepricingHistoryProps {
  shownId: string | null;
  onShow: (repricing: RepricingSummary) => void;
}

/** Earlier repricings, and dry runs that wait for a decision. */
export function RepricingHistory({ shownId, onShow }: RepricingHistoryProps) {
  const titleId = useId();
  const { slug } = useWorkspace();
  const query = useQuery(repricingsQuery(slug));
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader titleId={titleId} title="Earlier repricings" />
      {query.isPending ? (
        <div role="status" aria-label="Loading earlier repricings" className="grid gap-3 p-4">
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
        <p className="px-4 pt-1 pb-5 text-muted">No call has been priced anew yet.</p>
      ) : (
        <Rows repricings={query.data.items} shownId={shownId} onShow={onShow} />
      )}
    </Card>
  );
}

function Rows({ repricings, shownId, onShow }: RepricingHistoryProps & { repricings: RepricingSummary[] }) {
  const { timeZone } = useWorkspace();
  return (
    <Table label="Earlier repricings">
      <TableHead>
        <TableRow>
          <TableHeader>Calls</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader align="end" className="max-sm:hidden">
            Changed
          </TableHeader>
          <TableHeader align="end">Difference</TableHeader>
          <TableHeader className="max-md:hidden">Begun</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {repricings.map((each) => (
          <TableRow key={each.id} data-selected={each.id === shownId}>
            <TableRowHeader className="max-w-40 truncate sm:max-w-72">
              <button
                type="button"
                onClick={() => onShow(each)}
                title={scopeWords(each)}
                className="max-w-full truncate rounded-sm text-left hover:text-accent hover:underline"
              >
                {scopeWords(each)}
              </button>
            </TableRowHeader>
            <TableCell>
              <Badge tone={each.status === "applied" ? "under" : "neutral"}>
                {STATUS_WORDS[each.status]}
              </Badge>
            </TableCell>
            <TableCell align="end" className="max-sm:hidden">
              {each.total.callsChanged.toLocaleString("en-US")}
            </TableCell>
            <TableCell align="end">
              <Amount
                nanoUsd={each.status === "trying" ? null : each.total.differenceNanoUsd}
                as="signed"
                nullLabel="not known yet"
              />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted max-md:hidden">
              {formatInstant(each.createdAt, timeZone)}, {each.createdBy}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
