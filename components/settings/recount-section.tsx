"use client";

import { Check, TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
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
import { useRecount } from "@/lib/client/settings-mutations";
import { useWorkspace } from "@/components/layout/workspace-context";
import type { Recount } from "@/lib/contracts/usage";
import { formatDate } from "@/lib/time";
import { SettingsSection } from "./settings-section";

/** Counts every call again, while work goes on, and says whether the sums of the pages are theirs. */
export function RecountSection() {
  const { slug } = useWorkspace();
  const recount = useRecount(slug);
  return (
    <SettingsSection
      title="Check the sums"
      description="Pages read daily sums and not the calls themselves. This counts every call again and lists any difference. Calls may come in meanwhile."
      actions={
        <Button onClick={() => recount.mutate()} isPending={recount.isPending}>
          Count again
        </Button>
      }
    >
      <div role="status" className="grid gap-3">
        {recount.isPending ? (
          <p className="text-muted">Counting. A log of ten million calls takes a few minutes.</p>
        ) : recount.isError ? (
          <p className="text-over">{messageOf(recount.error)}</p>
        ) : recount.data ? (
          <Outcome recount={recount.data} />
        ) : (
          <p className="text-muted">Not counted again since this page was opened.</p>
        )}
      </div>
    </SettingsSection>
  );
}

function Outcome({ recount: { calls, rollupRows, keptFrom, differences } }: { recount: Recount }) {
  const since = keptFrom === null ? "" : ` since ${formatDate(keptFrom)}`;
  const counted = `${calls.toLocaleString("en-US")} calls and ${rollupRows.toLocaleString("en-US")} daily sums${since}`;
  if (differences.length === 0) {
    return (
      <p className="flex items-start gap-2">
        <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-under" />
        <span>
          {counted}, no difference.
          {keptFrom !== null && " Of earlier days the single calls were dropped."}
        </span>
      </p>
    );
  }
  return (
    <>
      <p className="flex items-center gap-2 font-medium">
        <TriangleAlert aria-hidden className="size-4 text-over" /> {counted}, {differences.length}{" "}
        differences.
      </p>
      <Table label="Differences between the daily sums and the calls">
        <TableHead>
          <TableRow>
            <TableHeader>Day</TableHeader>
            <TableHeader>Figure</TableHeader>
            <TableHeader align="end">Daily sum</TableHeader>
            <TableHeader align="end">Counted</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {differences.map(({ localDate, measure, rollup, recount }, index) => (
            <TableRow key={index}>
              <TableRowHeader className="font-normal">{formatDate(localDate)}</TableRowHeader>
              <TableCell>{measure}</TableCell>
              <TableCell align="end">{rollup}</TableCell>
              <TableCell align="end">{recount}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
