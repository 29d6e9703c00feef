"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useId } from "react";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
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
import { importsQuery } from "@/lib/client/import-queries";
import type { Import } from "@/lib/contracts/imports";
import { STATUS_WORDS } from "./import-words";

/** Files that were brought in before, and those that are still under way. */
export function ImportList() {
  const titleId = useId();
  const { slug } = useWorkspace();
  const query = useQuery(importsQuery(slug));
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader titleId={titleId} title="Earlier imports" />
      {query.isPending ? (
        <div role="status" aria-label="Loading earlier imports" className="grid gap-3 p-4">
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
        <p className="px-4 pt-1 pb-5 text-muted">No file has been imported yet.</p>
      ) : (
        <ImportRows imports={query.data.items} />
      )}
    </Card>
  );
}

function ImportRows({ imports }: { imports: Import[] }) {
  const { slug, timeZone } = useWorkspace();
  return (
    <Table label="Earlier imports">
      <TableHead>
        <TableRow>
          <TableHeader>File</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader align="end">New calls</TableHeader>
          <TableHeader align="end" className="max-md:hidden">
            Already there
          </TableHeader>
          <TableHeader align="end" className="max-sm:hidden">
            Rejected
          </TableHeader>
          <TableHeader className="max-md:hidden">Begun</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {imports.map((each) => (
          <TableRow key={each.id}>
            <TableRowHeader className="max-w-56 truncate">
              <Link
                href={`/w/${slug}/import/${each.id}`}
                title={each.fileName}
                className="rounded-sm hover:text-accent hover:underline"
              >
                {each.fileName}
              </Link>
            </TableRowHeader>
            <TableCell>
              <StatusBadge status={each.status} />
            </TableCell>
            <TableCell align="end">{each.rowsCreated.toLocaleString("en-US")}</TableCell>
            <TableCell align="end" className="max-md:hidden">
              {each.rowsExisting.toLocaleString("en-US")}
            </TableCell>
            <TableCell align="end" className="max-sm:hidden">
              {each.rowsRejected.toLocaleString("en-US")}
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

const TONES: Partial<Record<Import["status"], "under" | "over" | "neutral">> = {
  done: "under",
  failed: "over",
  partly_undone: "over",
  cancelled: "neutral",
  paused: "neutral",
  undone: "neutral",
};

function StatusBadge({ status }: { status: Import["status"] }) {
  return <Badge tone={TONES[status] ?? "accent"}>{STATUS_WORDS[status]}</Badge>;
}
