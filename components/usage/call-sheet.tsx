"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { BASIS_WORDS, OPERATION_WORDS, OUTCOME_WORDS, PURPOSE_WORDS } from "@/components/layout/call-words";
import { ExplainDerivation } from "@/components/layout/explain-derivation";
import { formatInstant } from "@/components/layout/format-instant";
import { StageBadge } from "@/components/layout/stage-badge";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/client/api-error";
import { explanationQuery } from "@/lib/client/explanation-queries";
import { callQuery } from "@/lib/client/usage-queries";
import type { LoggedCall } from "@/lib/contracts/calls";
import { BilledFact } from "./billed-fact";
import { pictureFact } from "./picture-fact";

/** Everything that is known about one call, the way to its cost first. */
export function CallSheet({ callId, onClose }: { callId: string; onClose: () => void }) {
  const { slug } = useWorkspace();
  const query = useQuery(callQuery(slug, callId));
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent side="right" title="Call">
        {query.isPending ? (
          <Loading />
        ) : query.isError ? (
          <ErrorState
            message={messageOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : (
          <>
            <CallCost call={query.data} />
            <CallFields call={query.data} />
          </>
        )}
      </SheetContent>
    </Sheet>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the call" className="grid gap-3">
      <Skeleton className="h-40" />
      <Skeleton className="h-64" />
    </div>
  );
}

/** The derivation of its cost; what was put in stands below it among the call's fields. */
function CallCost({ call }: { call: LoggedCall }) {
  const { slug } = useWorkspace();
  const query = useQuery(explanationQuery(slug, { subject: "call", call: call.id }));
  return (
    <section aria-label="Cost" className="grid gap-3 rounded-card border bg-background px-3.5 py-3">
      <Badge
        tone={call.costBasis === "unpriced" ? "over" : "neutral"}
        className="col-start-1 row-start-1 self-start justify-self-end"
      >
        {BASIS_WORDS[call.costBasis]}
      </Badge>
      {query.isError ? (
        <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <ExplainDerivation derivation={{ ...query.data, inputs: [] }} copied={query.data} />
      ) : (
        <Skeleton className="h-32" />
      )}
    </section>
  );
}

function CallFields({ call }: { call: LoggedCall }) {
  const { timeZone } = useWorkspace();
  return (
    <dl className="grid pt-2">
      <Row name="Id">
        <span className="flex min-w-0 items-center gap-1">
          <code className="truncate font-mono text-sm" title={call.id}>
            {call.id}
          </code>
          <CopyButton value={call.id} variant="ghost" size="sm" />
        </span>
      </Row>
      <Row name="Time">{formatInstant(call.occurredAt, timeZone)}</Row>
      <Row name="Workflow">{call.workflowName}</Row>
      <Row name="Stage">{call.stage && <StageBadge stage={call.stage} />}</Row>
      <Row name="Purpose">{PURPOSE_WORDS[call.purpose]}</Row>
      <Row name="Provider">{call.provider}</Row>
      <Row name="Model">{call.model}</Row>
      <Row name="Operation">
        {OPERATION_WORDS[call.operation]}
        {call.batch && ", in a batch"}
      </Row>
      <Row name="Size">{pictureFact(call.size, call.requestedSize, call.returnedSize)}</Row>
      <Row name="Quality">{pictureFact(call.quality, call.requestedQuality, call.returnedQuality)}</Row>
      <Row name="File format">{call.outputFormat?.toUpperCase()}</Row>
      <Row name="Reference images">{call.inputImages}</Row>
      <Row name="Previews">{call.partialImages}</Row>
      <Row name="Images asked for">{call.n}</Row>
      <Row name="Images returned">{call.imagesReturned}</Row>
      <Row name="Images accepted">{call.imagesAccepted}</Row>
      <Row name="Outcome">{OUTCOME_WORDS[call.outcome]}</Row>
      <Row name="Billed">
        <BilledFact call={call} />
      </Row>
      <Row name="HTTP status">{call.httpStatus}</Row>
      <Row name="Error code">{call.errorCode}</Row>
      <Row name="Took">{call.latencyMs !== null && `${(call.latencyMs / 1000).toFixed(1)} s`}</Row>
      <Row name="Retry of">
        {call.retryOf && <code className="font-mono text-sm break-all">{call.retryOf}</code>}
      </Row>
      <Row name="Text tokens in">{tokens(call.textInputTokens)}</Row>
      <Row name="Image tokens in">{tokens(call.imageInputTokens)}</Row>
      <Row name="Text tokens out">{tokens(call.textOutputTokens)}</Row>
      <Row name="Image tokens out">{tokens(call.imageOutputTokens)}</Row>
      <Row name="Prompt hash">
        {call.promptHash && <code className="font-mono text-sm break-all">{call.promptHash}</code>}
      </Row>
      {Object.entries(call.tags).map(([name, value]) => (
        <Row key={name} name={`Tag ${name}`}>
          {value}
        </Row>
      ))}
    </dl>
  );
}

const tokens = (count: number | null) => count?.toLocaleString("en-US");

/** What the log did not say has no row. */
function Row({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === false) return null;
  return (
    <div className="flex min-h-9 items-center justify-between gap-4 border-b border-hair last:border-b-0">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 py-1 text-right break-words">{children}</dd>
    </div>
  );
}
