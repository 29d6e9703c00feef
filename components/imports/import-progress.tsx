"use client";

import { Pause, Play, X } from "lucide-react";
import { FormProblem } from "@/components/layout/form-problem";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { messageOf } from "@/lib/client/api-error";
import { useChangeImport } from "@/lib/client/import-mutations";
import type { Import } from "@/lib/contracts/imports";
import { durationWords, plural } from "./import-words";
import { RowCounts } from "./row-counts";
import { useRate } from "./use-rate";

/** A file while it is being read, or paused. The page may be closed: the reading goes on. */
export function ImportProgress({ reading }: { reading: Import }) {
  const { slug } = useWorkspace();
  const canImport = useAllows("recordCalls");
  const change = useChangeImport(slug, reading.id);
  const { rowsRead, rowsTotal, status } = reading;
  const isPaused = status === "paused";
  const pending = change.isPending ? change.variables : undefined;
  return (
    <Card className="grid gap-4 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <p aria-live="polite" className="font-semibold">
            {headline(reading)}
          </p>
          {status === "running" && <Pace rowsRead={rowsRead} rowsTotal={rowsTotal} />}
        </div>
        {canImport && (
          <div className="flex gap-2">
            {isPaused ? (
              <Button
                variant="primary"
                isPending={pending === "resume"}
                onClick={() => change.mutate("resume")}
              >
                <Play aria-hidden /> Go on
              </Button>
            ) : (
              <Button isPending={pending === "pause"} onClick={() => change.mutate("pause")}>
                <Pause aria-hidden /> Pause
              </Button>
            )}
            <Button isPending={pending === "cancel"} onClick={() => change.mutate("cancel")}>
              <X aria-hidden /> Cancel
            </Button>
          </div>
        )}
      </div>
      <ProgressBar label="Lines read" value={rowsTotal ? rowsRead / rowsTotal : isPaused ? 0 : null} />
      <RowCounts counts={reading} />
      <FormProblem message={change.isError ? messageOf(change.error) : undefined} />
      <p className="text-sm text-muted">
        {isPaused
          ? "The calls that are counted stay. The file is kept until you go on or cancel."
          : "You can leave this page. Cancelling stops the reading; calls that are counted by then stay."}
      </p>
    </Card>
  );
}

function headline({ status, rowsRead, rowsTotal }: Import): string {
  if (status === "queued") return "Waiting to be read";
  const read =
    rowsTotal === null
      ? `${plural(rowsRead, "line", "lines")} read`
      : `${rowsRead.toLocaleString("en-US")} of ${plural(rowsTotal, "line", "lines")} read`;
  return status === "paused" ? `Paused with ${read}` : read;
}

function Pace({ rowsRead, rowsTotal }: Pick<Import, "rowsRead" | "rowsTotal">) {
  const rate = useRate(rowsRead);
  if (rate === null) return <p className="text-sm text-muted">Measuring the pace</p>;
  const left = rowsTotal === null ? null : durationWords((rowsTotal - rowsRead) / rate);
  return (
    <p className="text-sm text-muted tabular-nums">
      {`${Math.round(rate).toLocaleString("en-US")} lines a second`}
      {left && `, ${left} left`}
    </p>
  );
}
