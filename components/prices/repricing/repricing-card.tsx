"use client";

import { CircleAlert, CircleCheck, Download, FlaskConical, Lock } from "lucide-react";
import { formatInstant } from "@/components/layout/format-instant";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { apiUrl } from "@/lib/client/api-url";
import { useCancelRepricing } from "@/lib/client/repricing-mutations";
import { isRepricing } from "@/lib/client/repricing-queries";
import { type Repricing, repricingEndpoints } from "@/lib/contracts/repricings";
import { formatDate, formatMonth } from "@/lib/time";
import { ApplyDialog } from "./apply-dialog";
import { DifferenceTable } from "./difference-table";
import { outcomeSentence, progressOf, scopeWords, STATUS_WORDS } from "./repricing-words";

interface RepricingCardProps {
  repricing: Repricing;
  /** Tries the same calls again. */
  onAgain: () => void;
}

/** One repricing at whichever step it is. The page may be closed: the server goes on. */
export function RepricingCard({ repricing, onAgain }: RepricingCardProps) {
  const { timeZone } = useWorkspace();
  const { status, tried, applied, appliedBy, appliedAt, createdBy, createdAt, failure } = repricing;
  const isUnderWay = isRepricing(status);
  const shown = status === "trying" || status === "tried" ? tried : applied;
  return (
    <Card className="grid grid-cols-1" aria-label="The repricing">
      <div className="grid gap-3 p-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="flex min-w-0 items-start gap-2.5">
            <StatusIcon status={status} />
            <div className="grid min-w-0 gap-0.5">
              <p className="flex flex-wrap items-center gap-2 font-semibold" aria-live="polite">
                {outcomeSentence(repricing)} <Badge>{STATUS_WORDS[status]}</Badge>
              </p>
              <p className="text-sm text-muted">{scopeWords(repricing)}</p>
              <p className="text-sm text-muted">
                {appliedBy === null || appliedAt === null
                  ? `Tried by ${createdBy}, ${formatInstant(createdAt, timeZone)}`
                  : `Applied by ${appliedBy}, ${formatInstant(appliedAt, timeZone)}`}
              </p>
            </div>
          </div>
          <Actions repricing={repricing} onAgain={onAgain} />
        </div>
        {isUnderWay && (
          <>
            <ProgressBar label="Days done" value={progressOf(repricing)} />
            <p className="text-sm text-muted">
              {status === "trying"
                ? "You can leave this page."
                : "You can leave this page. Cancelling stops between two days; what is applied by then stays."}
            </p>
          </>
        )}
        {failure !== null && <p className="text-over">{failure}</p>}
      </div>
      <DifferenceTable outcome={shown} />
      <ClosedMonths months={repricing.closedMonths} />
      <DroppedCalls dropped={repricing.dropped} />
    </Card>
  );
}

function StatusIcon({ status }: { status: Repricing["status"] }) {
  switch (status) {
    case "applied":
      return <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-under" />;
    case "failed":
    case "cancelled":
      return <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />;
    case "trying":
    case "tried":
    case "applying":
      return <FlaskConical aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />;
  }
}

function Actions({ repricing, onAgain }: RepricingCardProps) {
  const { slug } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const cancel = useCancelRepricing(slug, repricing.id);
  const { status, tried, applied } = repricing;
  const stop = (label: string) => (
    <Button
      isPending={cancel.isPending}
      onClick={() =>
        cancel.mutate(undefined, {
          onError: (error) => notifyError("It was not stopped", messageOf(error)),
        })
      }
    >
      {label}
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {applied.total.callsChanged > 0 && !isRepricing(status) && (
        <Button asChild>
          <a
            href={apiUrl(repricingEndpoints.exportRepricing, {
              workspace: slug,
              params: { repricingId: repricing.id },
            })}
            download
          >
            <Download aria-hidden /> Changed calls
          </a>
        </Button>
      )}
      {mayEdit && (isRepricing(status) ? stop("Cancel") : <Button onClick={onAgain}>Try again</Button>)}
      {mayEdit && status === "tried" && tried.total.callsChanged > 0 && (
        <>
          {stop("Discard")}
          <ApplyDialog tried={repricing} />
        </>
      )}
    </div>
  );
}

function ClosedMonths({ months }: { months: Repricing["closedMonths"] }) {
  if (months.length === 0) return null;
  return (
    <div className="grid gap-1 border-t border-hair px-4 py-3 text-sm text-muted">
      <p className="flex items-center gap-1.5 font-medium text-ink">
        <Lock aria-hidden className="size-3.5" /> Closed months are left as they are
      </p>
      <ul className="flex flex-wrap gap-x-4">
        {months.map(({ month, calls }) => (
          <li key={month}>
            {formatMonth(month)}: {calls === 1 ? "1 call" : `${calls.toLocaleString("en-US")} calls`}{" "}
            untouched
          </li>
        ))}
      </ul>
    </div>
  );
}

function DroppedCalls({ dropped }: { dropped: Repricing["dropped"] }) {
  if (dropped === null) return null;
  const { calls, before } = dropped;
  return (
    <p className="border-t border-hair px-4 py-3 text-sm text-muted">
      {calls === 1 ? "1 call" : `${calls.toLocaleString("en-US")} calls`} before {formatDate(before)} keep the
      price that they had: the single calls were dropped.
    </p>
  );
}
