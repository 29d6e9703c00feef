"use client";

import { CircleAlert } from "lucide-react";
import { formatInstant } from "@/components/layout/format-instant";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import type { Connector } from "@/lib/contracts/connectors";
import { ConnectorActions } from "./connector-actions";
import { connectorState, KIND_WORDS, runSummary } from "./connector-words";

/** One connector: how it is, what it last brought, and what is wrong with it. */
export function ConnectorItem({ connector }: { connector: Connector }) {
  const { timeZone } = useWorkspace();
  const mayManage = useAllows("manageConnectors");
  const { label, tone } = connectorState(connector);
  const { problem, failingSince, lastRun } = connector;
  const when = (instant: string | null, none: string) => (instant ? formatInstant(instant, timeZone) : none);
  return (
    <li className="grid gap-2 p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <h3 className="font-semibold">{connector.name}</h3>
          <span role="status">
            <Badge tone={tone}>{label}</Badge>
          </span>
          <span className="text-muted">
            {KIND_WORDS[connector.kind].label} · {new URL(connector.baseUrl).host} · key …
            {connector.credentialHint}
          </span>
        </div>
        <ConnectorActions connector={connector} mayManage={mayManage} />
      </div>
      {problem !== null && (
        <p className="flex items-start gap-1.5 text-over">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>
            {problem}
            {failingSince && ` Failing since ${formatInstant(failingSince, timeZone)}.`}
          </span>
        </p>
      )}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Fact name="Last data">{when(connector.lastDataAt, "None yet")}</Fact>
        <Fact name="Last reading">
          {lastRun === null
            ? "None yet"
            : `${when(connector.lastRunAt ?? lastRun.startedAt, "")} · ${runSummary(lastRun)}`}
        </Fact>
        {connector.backfillFrom && <Fact name="Back-fill from">{when(connector.backfillFrom, "")}</Fact>}
        {!connector.paused && (
          <Fact name="Next reading">
            {connector.reading ? "Now" : when(connector.nextRunAt, "When the key is changed, or on demand")}
          </Fact>
        )}
      </dl>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
