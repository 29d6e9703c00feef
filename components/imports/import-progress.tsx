"use client";

import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useCancelImport } from "@/lib/client/import-mutations";
import type { Import } from "@/lib/contracts/imports";
import { plural } from "./import-words";
import { RowCounts } from "./row-counts";

/** A file while it is being read. The page may be closed: the reading goes on. */
export function ImportProgress({ reading }: { reading: Import }) {
  const { slug } = useWorkspace();
  const cancel = useCancelImport(slug, reading.id);
  const { rowsRead, rowsTotal, status } = reading;
  const isQueued = status === "queued";
  return (
    <Card className="grid gap-4 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p aria-live="polite" className="font-semibold">
          {isQueued
            ? "Waiting to be read"
            : rowsTotal === null
              ? `${plural(rowsRead, "line", "lines")} read`
              : `${rowsRead.toLocaleString("en-US")} of ${plural(rowsTotal, "line", "lines")} read`}
        </p>
        <Button isPending={cancel.isPending} onClick={() => cancel.mutate()}>
          Cancel
        </Button>
      </div>
      <ProgressBar label="Lines read" value={isQueued ? 0 : rowsTotal ? rowsRead / rowsTotal : null} />
      <RowCounts counts={reading} />
      <p className="text-sm text-muted">
        You can leave this page. Cancelling stops the reading; calls that are counted by then stay.
      </p>
    </Card>
  );
}
