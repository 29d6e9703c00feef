"use client";

import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { apiUrl } from "@/lib/client/api-url";
import { reportEndpoints } from "@/lib/contracts/reports";
import type { RetentionPreview } from "@/lib/contracts/retention";
import { formatDate } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import { consequences, counted } from "./retention-words";

/** What would go, what of it stays, and what cannot be done afterwards. */
export function DropPreview({ preview, firstDate }: { preview: RetentionPreview; firstDate: string | null }) {
  const { slug, timeZone } = useWorkspace();
  const { from, through, days, calls, costNanoUsd } = preview;
  if (from === null || through === null) {
    return (
      <p className="rounded-control bg-sunken px-3 py-2.5">
        No single call is as old as that.
        {firstDate !== null && ` The first one that is kept is of ${formatDate(firstDate)}.`}
      </p>
    );
  }
  return (
    <section aria-label="What goes" className="grid gap-3 rounded-control border p-3">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3">
        <Figure label="Calls that go">{calls.toLocaleString("en-US")}</Figure>
        <Figure label="Days">{days.toLocaleString("en-US")}</Figure>
        <Figure label="Their cost, which stays">
          <Amount nanoUsd={costNanoUsd} />
        </Figure>
      </dl>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted">{formatDateRange(from, through)}</p>
        <Button asChild size="sm">
          <a
            href={apiUrl(reportEndpoints.exportCalls, { workspace: slug, query: { from, to: through } })}
            download
          >
            <Download aria-hidden /> Download {calls === 1 ? "it" : "them"} as CSV
          </a>
        </Button>
      </div>
      <ul className="grid list-disc gap-1 border-t border-hair pt-3 pl-4 text-sm text-muted marker:text-faint">
        {consequences(preview, timeZone).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <span className="sr-only" role="status">
        {counted(calls, "call")} would go
      </span>
    </section>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid content-start">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-lg font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
