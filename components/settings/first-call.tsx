"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { callApiSnippet } from "./first-call-snippet";
import { useOrigin } from "@/components/layout/use-origin";

export interface FirstCallProps {
  apiKey?: string;
  /** An instant of the server, so that it and the browser write the same command; sent twice, it counts once. */
  occurredAt: string;
}

/** A command that logs one call, ready to run. */
export function FirstCall({ apiKey = "pxc_live_…", occurredAt }: FirstCallProps) {
  const origin = useOrigin();
  const snippet = callApiSnippet({ origin, apiKey, occurredAt });
  return (
    <div className="overflow-hidden rounded-control bg-sunken">
      <div className="flex items-center justify-between border-b py-1 pr-1 pl-3 text-sm text-muted">
        Shell
        <CopyButton value={snippet} size="sm" variant="ghost" />
      </div>
      <pre
        role="group"
        aria-label="Command"
        tabIndex={0}
        className="overflow-x-auto p-3 font-mono text-sm leading-relaxed focus-visible:-outline-offset-2"
      >
        {snippet}
      </pre>
    </div>
  );
}
