"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { BASIS_WORDS, OPERATION_WORDS, OUTCOME_WORDS, PURPOSE_WORDS } from "@/components/layout/call-words";
import { formatInstant } from "@/components/layout/format-instant";
import { StageBadge } from "@/components/layout/stage-badge";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { rateCardsQuery } from "@/lib/client/price-queries";
import type { LoggedCall } from "@/lib/contracts/calls";
import { formatUsdExact, nanoUsd } from "@/lib/money";
import { BilledFact } from "./billed-fact";
import { explainLoggedCall } from "./explain-logged-call";
import { pictureFact } from "./picture-fact";

/** Everything that is known about one call, the way to its cost first. */
export function CallSheet({ call, onClose }: { call: LoggedCall; onClose: () => void }) {
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent side="right" title="Call">
        <CallCost call={call} />
        <CallFields call={call} />
      </SheetContent>
    </Sheet>
  );
}

function CallCost({ call }: { call: LoggedCall }) {
  const { slug } = useWorkspace();
  const { data } = useQuery(rateCardsQuery(slug));
  const sentences = explainLoggedCall(call, data?.items ?? []);
  return (
    <section aria-label="Cost" className="rounded-card border bg-background px-3.5 py-3">
      <p className="flex items-center justify-between gap-3">
        <span className="text-figure">
          {call.costNanoUsd === null ? "No price" : formatUsdExact(nanoUsd(BigInt(call.costNanoUsd)))}
        </span>
        <Badge tone={call.costBasis === "unpriced" ? "over" : "neutral"}>{BASIS_WORDS[call.costBasis]}</Badge>
      </p>
      <ul className="grid gap-1 pt-1.5 text-sm text-muted">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
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
