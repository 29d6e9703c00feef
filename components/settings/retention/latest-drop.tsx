"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { ProgressBar } from "@/components/ui/progress-bar";
import { isDropping } from "@/lib/client/retention-queries";
import type { CallDrop } from "@/lib/contracts/retention";
import { formatDate } from "@/lib/time";
import { KeepButton } from "./keep-button";
import { dropSentence } from "./retention-words";

/** The latest dropping: how far it is, or how it ended. */
export function LatestDrop({ drop }: { drop: CallDrop }) {
  const { timeZone } = useWorkspace();
  const { status, calls, callsDropped, doneThrough, failure, startedBy, startedAt, finishedAt } = drop;
  const Icon = status === "stopped" ? CircleAlert : CircleCheck;
  if (!isDropping(drop)) {
    return (
      <p role="status" className="flex items-start gap-2 border-t border-hair pt-3">
        <Icon
          aria-hidden
          className={`mt-0.5 size-4 shrink-0 ${status === "stopped" ? "text-muted" : "text-under"}`}
        />
        <span>
          {dropSentence(drop)}{" "}
          <span className="text-muted">
            · {startedBy}, {formatInstant(finishedAt ?? startedAt, timeZone)}
          </span>
        </span>
      </p>
    );
  }
  return (
    <div className="grid gap-2.5 border-t border-hair pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="font-medium tabular-nums">
          {dropSentence(drop)}
          {doneThrough !== null && (
            <span className="font-normal text-muted"> · through {formatDate(doneThrough)}</span>
          )}
        </p>
        {status === "running" && <KeepButton label="Stop" />}
      </div>
      <ProgressBar label="Calls dropped" value={calls === 0 ? null : callsDropped / calls} />
      {failure !== null && <p className="text-over">{failure}</p>}
      <p className="text-sm text-muted">
        You can leave this page. Stopping ends with the day at hand; the days after it keep their calls.
      </p>
    </div>
  );
}
