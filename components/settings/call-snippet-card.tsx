"use client";

import { useState } from "react";
import { useOrigin } from "@/components/layout/use-origin";
import { CopyButton } from "@/components/ui/copy-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { callSnippet, SNIPPET_LANGUAGES, type SnippetLanguage } from "./call-snippets";

export interface CallSnippetCardProps {
  apiKey?: string;
  /** An instant of the server, so that it and the browser write the same command; sent twice, it counts once. */
  occurredAt: string;
}

/** Code that logs a call, ready to run. */
export function CallSnippetCard({ apiKey = "pxc_live_…", occurredAt }: CallSnippetCardProps) {
  const [language, setLanguage] = useState<SnippetLanguage>("shell");
  const origin = useOrigin();
  const snippet = callSnippet(language, { origin, apiKey, occurredAt });
  return (
    <div className="overflow-hidden rounded-control border bg-sunken">
      <div className="flex items-center justify-between gap-2 border-b py-1 pr-1 pl-1">
        <SegmentedControl
          label="Language"
          size="sm"
          value={language}
          onValueChange={setLanguage}
          options={SNIPPET_LANGUAGES}
        />
        <CopyButton value={snippet} size="sm" variant="ghost" />
      </div>
      <pre
        role="group"
        aria-label="Code"
        tabIndex={0}
        className="max-h-112 overflow-auto p-3 font-mono text-sm leading-relaxed focus-visible:-outline-offset-2"
      >
        {snippet}
      </pre>
    </div>
  );
}
