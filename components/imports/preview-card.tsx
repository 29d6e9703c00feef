"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { OUTCOME_WORDS, sizeWord } from "@/components/layout/call-words";
import { formatInstant } from "@/components/layout/format-instant";
import { StageBadge } from "@/components/layout/stage-badge";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { ErrorState } from "@/components/ui/error-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { messageOf } from "@/lib/client/api-error";
import { previewQuery } from "@/lib/client/import-queries";
import type { ImportPreview } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import { fieldLabel } from "./import-fields";
import { useSettled } from "./use-settled";

interface PreviewCardProps {
  importId: string;
  mapping: ImportMapping;
  /** A mapping that cannot read a line is not tried. */
  isUsable: boolean;
  raw: ImportPreview["raw"];
  columns: readonly string[];
}

type View = "read" | "raw";

const SETTLE_MS = 250;

/** The first lines, as they will be read and as they stand in the file. */
export function PreviewCard({ importId, mapping, isUsable, raw, columns }: PreviewCardProps) {
  const titleId = useId();
  const { slug } = useWorkspace();
  const [view, setView] = useState<View>("read");
  // What was not usable is not tried a moment later either, when the mapping has become so.
  const settled = useSettled(isUsable ? mapping : null, SETTLE_MS);
  const query = useQuery({
    ...previewQuery(slug, importId, settled ?? mapping),
    enabled: isUsable && settled !== null,
  });
  const rows = query.data?.rows ?? [];
  const shown = isUsable ? view : "raw";
  const rejected = rows.filter((row) => row.status === "rejected").length;
  const leftOut = rows.filter((row) => row.status === "left_out").length;
  return (
    <Card aria-labelledby={titleId} className="min-w-0">
      <CardHeader
        titleId={titleId}
        title="The first lines"
        description={
          !isUsable
            ? "As they stand in the file, until the time and the model are settled."
            : query.data === undefined
              ? "As they will be read."
              : summary(rows.length, rejected, leftOut)
        }
        actions={
          <SegmentedControl<View>
            size="sm"
            label="Show the lines"
            value={shown}
            onValueChange={setView}
            options={[
              { value: "read", label: "As read", disabled: !isUsable },
              { value: "raw", label: "In the file" },
            ]}
          />
        }
      />
      <div className={cn("pt-2 transition-opacity", query.isPlaceholderData && "opacity-60")}>
        {shown === "raw" ? (
          <RawRows raw={raw} columns={columns} />
        ) : query.isError ? (
          <ErrorState
            message={messageOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : query.isPending ? (
          <div role="status" aria-label="Reading the first lines" className="grid gap-3 p-4">
            {Array.from({ length: 8 }, (_, index) => (
              <Skeleton key={index} className="h-6" />
            ))}
          </div>
        ) : (
          <ReadRows rows={rows} />
        )}
      </div>
    </Card>
  );
}

function ReadRows({ rows }: { rows: ImportPreview["rows"] }) {
  const { timeZone } = useWorkspace();
  return (
    <Table
      label="The first lines as they will be read"
      scrollClassName="max-h-72 rounded-b-card xl:max-h-[32rem]"
    >
      <TableHead>
        <TableRow>
          <TableHeader align="end">Line</TableHeader>
          <TableHeader>Time, {timeZone}</TableHeader>
          <TableHeader>Model</TableHeader>
          <TableHeader>Size</TableHeader>
          <TableHeader>Quality</TableHeader>
          <TableHeader align="end">Images</TableHeader>
          <TableHeader>Outcome</TableHeader>
          <TableHeader align="end">Took</TableHeader>
          <TableHeader align="end">Charged</TableHeader>
          <TableHeader>Workflow</TableHeader>
          <TableHeader>Stage</TableHeader>
          <TableHeader>Tags</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) =>
          row.status === "left_out" ? (
            <TableRow key={row.line}>
              <TableCell align="end" className="text-muted">
                {row.line}
              </TableCell>
              <TableCell colSpan={11} className="text-muted">
                Left out: not one of the lines that are read
              </TableCell>
            </TableRow>
          ) : row.status === "rejected" ? (
            <TableRow key={row.line}>
              <TableCell align="end" className="text-muted">
                {row.line}
              </TableCell>
              <TableCell colSpan={11}>
                <Badge tone="over">Rejected</Badge> {row.field && `${fieldLabel(row.field)}: `}
                {row.reason}
              </TableCell>
            </TableRow>
          ) : (
            <TableRow key={row.line} className="whitespace-nowrap">
              <TableCell align="end" className="text-muted">
                {row.line}
              </TableCell>
              <TableCell>{formatInstant(row.call.occurredAt, timeZone)}</TableCell>
              <TableCell>{row.call.model}</TableCell>
              <TableCell>{row.call.size ? sizeWord(row.call.size) : <Unknown />}</TableCell>
              <TableCell>{row.call.quality ?? <Unknown />}</TableCell>
              <TableCell align="end">{row.call.n ?? 1}</TableCell>
              <TableCell>{row.call.outcome ? OUTCOME_WORDS[row.call.outcome] : <Unknown />}</TableCell>
              <TableCell align="end">
                {row.call.latencyMs == null ? <Unknown /> : `${(row.call.latencyMs / 1000).toFixed(1)} s`}
              </TableCell>
              <TableCell align="end">
                {row.call.chargedUsd == null ? <Unknown /> : `$${trimmed(row.call.chargedUsd)}`}
              </TableCell>
              <TableCell>{row.call.workflow ?? <Unknown />}</TableCell>
              <TableCell>{row.call.stage ? <StageBadge stage={row.call.stage} /> : <Unknown />}</TableCell>
              <TableCell className="text-muted">
                {Object.entries(row.call.tags ?? {})
                  .map(([name, value]) => `${name} ${value}`)
                  .join(", ")}
              </TableCell>
            </TableRow>
          ),
        )}
      </TableBody>
    </Table>
  );
}

function summary(rows: number, rejected: number, leftOut: number): string {
  if (rejected + leftOut === 0) return `All ${rows} are read.`;
  const parts = [
    ...(rejected > 0 ? [`${rejected} of ${rows} will be rejected`] : []),
    ...(leftOut > 0 ? [`${leftOut} of ${rows} are left out`] : []),
  ];
  return `${parts.join(", ")}.`;
}

/** 0.211000000 is 0.211; cents keep both of their places. */
function trimmed(usd: string): string {
  return usd.replace(/(\.\d\d\d*?)0+$/, "$1");
}

function Unknown() {
  return <span className="text-muted">unknown</span>;
}

function RawRows({ raw, columns }: { raw: ImportPreview["raw"]; columns: readonly string[] }) {
  return (
    <Table
      label="The first lines as they stand in the file"
      scrollClassName="max-h-72 rounded-b-card xl:max-h-[32rem]"
    >
      <TableHead>
        <TableRow>
          {columns.map((column) => (
            <TableHeader key={column}>{column}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {raw.map((cells, index) => (
          <TableRow key={index} className="whitespace-nowrap">
            {columns.map((column) => (
              <TableCell key={column} className="max-w-64 truncate font-mono text-sm">
                {cells[column]}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
