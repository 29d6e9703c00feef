"use client";

import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useId } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
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
import { disagreementsQuery } from "@/lib/client/price-list-queries";
import type { DisagreementAnswer } from "@/lib/contracts/price-lists";
import { formatDate } from "@/lib/time";
import { unitWords, valueWords } from "./list-words";

/** Where two sources state different prices for one model, the widest gap first, and which of them is used. */
export function DisagreementCard() {
  const titleId = useId();
  const { slug } = useWorkspace();
  const query = useQuery(disagreementsQuery(slug));
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader
        titleId={titleId}
        title="Where sources disagree"
        description="Prices before any factor, in US dollars. Differences that rounding explains are left out."
      />
      {query.isPending ? (
        <div role="status" aria-label="Comparing the sources" className="grid gap-3 p-4">
          <Skeleton className="h-6" />
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
          icon={Scale}
          title="The sources agree"
          description="No two of them state different prices for the same model today."
        />
      ) : (
        <DisagreementRows items={query.data.items} />
      )}
    </Card>
  );
}

function DisagreementRows({ items }: { items: readonly DisagreementAnswer[] }) {
  return (
    <Table label="Where sources disagree" scrollClassName="max-h-[32rem]">
      <TableHead>
        <TableRow>
          <TableHeader>Model</TableHeader>
          <TableHeader className="max-sm:hidden">What is priced</TableHeader>
          <TableHeader align="end">One source</TableHeader>
          <TableHeader align="end">Another</TableHeader>
          <TableHeader align="end" className="max-sm:hidden">
            Apart
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <TableRow key={`${item.first.cardId} ${item.second.source} ${item.second.cardId} ${item.meter}`}>
            <TableRowHeader className="py-2 align-top font-medium">
              {item.model}
              <span className="block text-sm font-normal text-muted">{item.provider}</span>
              <span className="block text-sm font-normal text-muted sm:hidden">
                {item.meter}, {unitWords(item.unit)}
              </span>
            </TableRowHeader>
            <TableCell className="py-2 align-top max-sm:hidden">
              {item.meter}
              <span className="block text-sm text-muted">{unitWords(item.unit)}</span>
            </TableCell>
            <Stated statement={item.first} />
            <Stated statement={item.second} />
            <TableCell align="end" className="py-2 align-top max-sm:hidden">
              {item.ratio === null ? (
                <span className="text-muted">only one states it</span>
              ) : (
                `${item.ratio}×`
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const BASIS = { stated: null, computed: "from its tokens", dearest: "its dearest quality" } as const;

function Stated({ statement }: { statement: DisagreementAnswer["first"] }) {
  const { source, sourceUrl, price, basis, isUsed, checkedOn } = statement;
  return (
    <TableCell align="end" className="py-2 align-top max-sm:px-2 max-sm:whitespace-normal">
      <span className="inline-flex flex-wrap items-center justify-end gap-1.5">
        {isUsed && <Badge tone="accent">Used</Badge>}
        <span className={price === null ? "text-muted" : "font-medium"}>{valueWords(price)}</span>
      </span>
      <span className="block text-sm text-muted" title={`Looked at on ${formatDate(checkedOn)}`}>
        {sourceUrl === null ? (
          source
        ) : (
          <a
            href={sourceUrl}
            target="_blank"
            rel="noreferrer"
            className="rounded-sm hover:text-accent hover:underline"
          >
            {source}
          </a>
        )}
        {BASIS[basis] && `, ${BASIS[basis]}`}
      </span>
    </TableCell>
  );
}
