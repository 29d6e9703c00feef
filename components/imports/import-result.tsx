"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartColumn, CircleAlert, CircleCheck, Download, Undo2, Upload } from "lucide-react";
import Link from "next/link";
import { formatInstant } from "@/components/layout/format-instant";
import { UnpricedNotice } from "@/components/layout/unpriced-notice";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { apiUrl } from "@/lib/client/api-url";
import { freshnessQuery } from "@/lib/client/freshness-query";
import { usageHref } from "@/lib/client/usage-href";
import { type Import, importEndpoints } from "@/lib/contracts/imports";
import { plural } from "./import-words";
import { RejectsTable } from "./rejects-table";
import { RowCounts } from "./row-counts";
import { UndoImportButton } from "./undo-import-button";

const ICONS: Partial<Record<Import["status"], typeof CircleCheck>> = { done: CircleCheck, undone: Undo2 };
const TONES: Partial<Record<Import["status"], string>> = { done: "text-under", undone: "text-muted" };

/** How an import ended, and what became of every line. */
export function ImportResult({ ended }: { ended: Import }) {
  const { slug, timeZone } = useWorkspace();
  const { data: freshness } = useQuery(freshnessQuery(slug));
  const Icon = ICONS[ended.status] ?? CircleAlert;
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <Card className="grid gap-4 p-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="flex min-w-0 items-start gap-2.5">
            <Icon aria-hidden className={cn("mt-0.5 size-4", TONES[ended.status] ?? "text-over")} />
            <div className="min-w-0">
              <p className="font-semibold">{headline(ended)}</p>
              <p className="text-sm text-muted">
                {ended.createdBy}
                {ended.finishedAt && `, ${formatInstant(ended.finishedAt, timeZone)}`}
                {ended.undoneBy && `; undone by ${ended.undoneBy}`}
                {ended.undoneAt && `, ${formatInstant(ended.undoneAt, timeZone)}`}
              </p>
            </div>
          </div>
          <div className="flex flex-wrap gap-2">
            <UndoImportButton ended={ended} />
            <Button asChild>
              <Link href={`/w/${slug}/import`}>
                <Upload aria-hidden /> Another file
              </Link>
            </Button>
            <Button asChild variant="primary">
              <Link href={usageHref(slug, {}, "all")}>
                <ChartColumn aria-hidden /> See the usage
              </Link>
            </Button>
          </div>
        </div>
        <RowCounts counts={ended} />
        {ended.failure && <p className="text-over">{ended.failure}</p>}
      </Card>
      {freshness && (
        <UnpricedNotice
          scope="In this workspace"
          unpriced={freshness}
          href={usageHref(slug, { costBasis: "unpriced" }, "all")}
        />
      )}
      {ended.rowsRejected > 0 && (
        <RejectsTable
          importId={ended.id}
          rejected={ended.rowsRejected}
          download={
            <Button asChild size="sm">
              <a
                href={apiUrl(importEndpoints.exportRejects, {
                  workspace: slug,
                  params: { importId: ended.id },
                })}
                download
              >
                <Download aria-hidden /> Download rejects
              </a>
            </Button>
          }
        />
      )}
    </div>
  );
}

function headline({ status, rowsRead, rowsCreated, rowsUndone }: Import): string {
  const read = `${plural(rowsRead, "line", "lines")} read, ${plural(rowsCreated, "new call", "new calls")}`;
  const removed = `${plural(rowsUndone, "call", "calls")} removed`;
  switch (status) {
    case "failed":
      return `The import failed after ${read}`;
    case "cancelled":
      return rowsRead === 0 ? "Cancelled before a line was read" : `Cancelled after ${read}`;
    case "partly_undone":
      return `Undoing stopped with ${removed} of ${rowsCreated.toLocaleString("en-US")}`;
    case "undone":
      return rowsUndone < rowsCreated
        ? `Undone: ${removed}; ${(rowsCreated - rowsUndone).toLocaleString("en-US")} had been dropped and stay in the sums`
        : `Undone: ${removed}`;
    case "uploading":
    case "ready":
    case "queued":
    case "running":
    case "paused":
    case "undoing":
    case "done":
      return read;
  }
}
