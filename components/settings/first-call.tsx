"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { callApiSnippet } from "./first-call-snippet";
import { useOrigin } from "./use-origin";

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
    <div className="relative">
      <pre
        role="group"
        aria-label="Command"
        tabIndex={0}
        className="overflow-x-auto rounded-control bg-sunken p-3 pr-24 font-mono text-sm leading-relaxed"
      >
        {snippet}
      </pre>
      <CopyButton value={snippet} size="sm" className="absolute top-2 right-2" />
    </div>
  );
}
