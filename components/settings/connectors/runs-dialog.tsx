"use client";

import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/client/api-error";
import { connectorRunsQuery } from "@/lib/client/connector-queries";
import type { Connector, ConnectorRun } from "@/lib/contracts/connectors";
import { RUN_STATUS_WORDS, runSummary } from "./connector-words";

/** The latest readings, each with the rows that could not be read. */
export function RunsDialog({ connector, onClose }: { connector: Connector; onClose: () => void }) {
  const { slug } = useWorkspace();
  const query = useQuery(connectorRunsQuery(slug, connector.id));
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={`Readings of ${connector.name}`} width="lg">
        {query.isPending ? (
          <Skeleton className="h-40" />
        ) : query.isError ? (
          <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />
        ) : query.data.items.length === 0 ? (
          <p className="text-muted">It has not been read yet.</p>
        ) : (
          <ol className="grid divide-y">
            {query.data.items.map((run) => (
              <Run key={run.id} run={run} />
            ))}
          </ol>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Run({ run }: { run: ConnectorRun }) {
  const { timeZone } = useWorkspace();
  const { label, tone } = RUN_STATUS_WORDS[run.status];
  return (
    <li className="grid gap-1 py-2.5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="font-medium">{formatInstant(run.startedAt, timeZone)}</span>
        <Badge tone={tone}>{label}</Badge>
        <span>{runSummary(run)}</span>
      </div>
      <p className="text-sm text-muted">
        {formatInstant(run.from, timeZone)} – {formatInstant(run.to, timeZone)}
        {run.trigger === "backfill" && " · back-fill"} · {run.pages} {run.pages === 1 ? "page" : "pages"}
      </p>
      {run.problem && <p className="text-over">{run.problem}</p>}
      {run.rejects.length > 0 && (
        <details>
          <summary className="cursor-pointer text-sm text-muted hover:text-ink">
            Rows that could not be read
            {run.rowsRejected > run.rejects.length && `, the first ${run.rejects.length}`}
          </summary>
          <ul className="grid gap-2 pt-2">
            {run.rejects.map(({ reason, content }, index) => (
              <li key={index} className="grid gap-1">
                <span className="text-sm">{reason}</span>
                <code className="block max-h-24 overflow-auto rounded-control bg-sunken p-2 font-mono text-xs break-all">
                  {content}
                </code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
