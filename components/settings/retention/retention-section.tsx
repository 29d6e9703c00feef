"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/client/api-error";
import { useRefreshAfterDrop } from "@/lib/client/retention-mutations";
import { isDropping, retentionQuery } from "@/lib/client/retention-queries";
import type { Retention } from "@/lib/contracts/retention";
import { SettingsSection } from "../settings-section";
import { KeepButton } from "./keep-button";
import { LatestDrop } from "./latest-drop";
import { droppedWords, followingWords, keptWords } from "./retention-words";

const DropDialog = dynamic(() => import("./drop-dialog").then((module) => module.DropDialog), { ssr: false });

/** How long single calls are kept, what was dropped of them, and how that stands. */
export function RetentionSection() {
  const { slug } = useWorkspace();
  const query = useQuery(retentionQuery(slug));
  const [isOpen, setIsOpen] = useState(false);
  const isUnderWay = isDropping(query.data?.drop ?? null);
  useRefreshAtTheEnd(isUnderWay);
  return (
    <SettingsSection
      title="Keep single calls"
      description="Sums stay for good. The single calls behind them can be dropped once they are old."
      actions={
        <Button onClick={() => setIsOpen(true)} disabled={query.data === undefined || isUnderWay}>
          Drop old calls…
        </Button>
      }
    >
      {query.data ? (
        <State retention={query.data} />
      ) : query.isError ? (
        <ErrorState
          message={messageOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton className="h-24" />
      )}
      {isOpen && query.data && <DropDialog retention={query.data} onClose={() => setIsOpen(false)} />}
    </SettingsSection>
  );
}

function useRefreshAtTheEnd(isUnderWay: boolean): void {
  const { slug } = useWorkspace();
  const refresh = useRefreshAfterDrop(slug);
  const wasUnderWay = useRef(isUnderWay);
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay) void refresh();
    wasUnderWay.current = isUnderWay;
  });
}

function State({ retention }: { retention: Retention }) {
  const { keptMonths, drop } = retention;
  return (
    <>
      <dl className="grid items-baseline gap-x-6 gap-y-1.5 sm:grid-cols-[auto_1fr]">
        <Fact label="Kept">{keptWords(retention)}</Fact>
        <Fact label="Dropped">{droppedWords(retention)}</Fact>
        <Fact label="Later days">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {followingWords(retention)}
            {keptMonths !== null && !isDropping(drop) && <KeepButton label="Keep them instead" />}
          </span>
        </Fact>
      </dl>
      {drop !== null && <LatestDrop drop={drop} />}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{label}</dt>
      <dd className="tabular-nums max-sm:mb-1.5">{children}</dd>
    </div>
  );
}
