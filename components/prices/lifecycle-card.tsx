"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck2, ExternalLink } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { daysLeftText } from "@/components/layout/lifecycle-words";
import { StageBadge } from "@/components/layout/stage-badge";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { lifecycleQuery } from "@/lib/client/lifecycle-queries";
import { usageHref } from "@/lib/client/usage-href";
import type { EndingModel } from "@/lib/contracts/lifecycle";
import { oneValue } from "@/lib/contracts/value-list";
import { formatDate } from "@/lib/time";
import { SuccessorTable } from "./successor-table";

/** Models in use that come to their end, and what the same calls would cost on their successors. */
export function LifecycleCard({ workspace }: { workspace: string }) {
  const { data, error, refetch, isFetching } = useQuery(lifecycleQuery(workspace));
  return (
    <Card id="lifecycle" className="scroll-mt-4">
      <CardHeader
        title="Models that end"
        description={
          data
            ? `Used by scenarios or by calls of the last 30 days · ${data.timeZone}`
            : "Used by scenarios or by calls of the last 30 days"
        }
      />
      {error && !data ? (
        <ErrorState
          message={messageOf(error)}
          requestId={error instanceof ApiError ? error.requestId : null}
          onRetry={() => void refetch()}
          isRetrying={isFetching}
        />
      ) : !data ? (
        <div className="grid gap-2 p-4" aria-hidden>
          <Skeleton className="h-5 w-64" />
          <Skeleton className="h-5 w-full" />
        </div>
      ) : data.items.length === 0 ? (
        <p className="flex items-center gap-2 p-4 text-muted">
          <CalendarCheck2 aria-hidden className="size-4" /> No model in use has an end that is known.
        </p>
      ) : (
        <ul className="grid grid-cols-1 divide-y divide-hair">
          {data.items.map((item) => (
            <Ending key={`${item.provider} ${item.model}`} workspace={workspace} item={item} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Ending({ workspace, item }: { workspace: string; item: EndingModel }) {
  const { provider, model, shutdownOn, daysLeft, statedBy, traffic, scenarios } = item;
  return (
    <li className="grid grid-cols-1 gap-3 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">
          {model} <span className="font-normal text-muted">at {provider}</span>
        </h3>
        <Badge tone={daysLeft > 0 ? "over" : "neutral"}>{daysLeftText(daysLeft)}</Badge>
        <span className="text-muted">
          {daysLeft > 0 ? "Shuts down" : "Shut down"} on {formatDate(shutdownOn)}
          {statedBy.provider !== provider && `, says ${statedBy.name}`}
          {statedBy.sourceUrl !== null && <Source url={statedBy.sourceUrl} />}
        </span>
      </div>
      <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[auto_1fr]">
        <Fact name="Last 30 days">
          {traffic.calls === 0 ? (
            <span className="text-muted">no calls</span>
          ) : (
            <Link
              href={usageHref(workspace, {
                provider: oneValue(provider),
                model: oneValue(model),
                from: traffic.from,
                to: traffic.to,
              })}
              className="rounded-sm text-accent underline-offset-2 hover:underline"
            >
              {traffic.calls.toLocaleString("en-US")} calls, {traffic.images.toLocaleString("en-US")} images,{" "}
              {traffic.unpricedCalls === traffic.calls ? (
                "unpriced"
              ) : (
                <Amount nanoUsd={traffic.costNanoUsd} />
              )}
              {traffic.unpricedCalls > 0 &&
                traffic.unpricedCalls < traffic.calls &&
                ` and ${traffic.unpricedCalls.toLocaleString("en-US")} unpriced`}
            </Link>
          )}
        </Fact>
        {scenarios.length > 0 && (
          <Fact name="Scenarios">
            <ul className="grid gap-1">
              {scenarios.map(({ id, name, stage, workflow, to, monthsBeyond }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-2">
                  <Link
                    href={`/w/${workspace}/scenarios/${id}`}
                    className="rounded-sm text-accent underline-offset-2 hover:underline"
                  >
                    {workflow.name}: {name}
                  </Link>
                  <StageBadge stage={stage} />
                  <span className={monthsBeyond > 0 ? "text-over" : "text-muted"}>
                    {monthsBeyond === 0
                      ? `ends before, on ${formatDate(to)}`
                      : `${monthsBeyond} ${monthsBeyond === 1 ? "month" : "months"} beyond the end`}
                  </span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      <SuccessorTable item={item} />
    </li>
  );
}

function Source({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="ml-1.5 inline-flex items-center gap-1 text-accent hover:underline"
    >
      {new URL(url).hostname} <ExternalLink aria-hidden className="size-3" />
    </a>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
