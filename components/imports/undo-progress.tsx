"use client";

import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Import } from "@/lib/contracts/imports";
import { plural } from "./import-words";

/** An import while its calls are removed again, day by day. */
export function UndoProgress({ undoing: { rowsCreated, rowsUndone } }: { undoing: Import }) {
  return (
    <Card className="grid gap-4 p-4">
      <p aria-live="polite" className="font-semibold">
        {rowsUndone.toLocaleString("en-US")} of {plural(rowsCreated, "call", "calls")} removed
      </p>
      <ProgressBar label="Calls removed" value={rowsCreated === 0 ? null : rowsUndone / rowsCreated} />
      <p className="text-sm text-muted">
        You can leave this page. All sums are right at every moment: a day is removed as a whole.
      </p>
    </Card>
  );
}
