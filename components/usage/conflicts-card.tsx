"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Card, CardHeader } from "@/components/ui/card";
import { conflictsQuery } from "@/lib/client/usage-queries";

const SHOWN = 20;

/** Calls that came a second time with other content: refused, and listed until somebody has looked. */
export function ConflictsCard() {
  const titleId = useId();
  const { slug, timeZone } = useWorkspace();
  const { data } = useQuery(conflictsQuery(slug));
  if (data === undefined || data.items.length === 0) return null;
  const isMore = data.items.length > SHOWN || data.nextCursor !== null;
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader
        titleId={titleId}
        title="Came again with other content"
        description="A call counts once. These were sent again under a known id with another content, and were refused; the first content stands."
      />
      <ul className="pt-2">
        {data.items.slice(0, SHOWN).map((conflict) => (
          <li key={`${conflict.callId} ${conflict.receivedAt}`} className="border-t border-hair">
            <details className="group">
              <summary className="flex min-h-9 items-center gap-3 px-4 -outline-offset-2">
                <code className="truncate font-mono text-sm">{conflict.callId}</code>
                <span className="ml-auto shrink-0 text-sm text-muted">
                  {formatInstant(conflict.receivedAt, timeZone)}
                </span>
              </summary>
              <pre className="max-h-64 overflow-auto bg-background px-4 py-3 font-mono text-sm">
                {JSON.stringify(conflict.payload, null, 2)}
              </pre>
            </details>
          </li>
        ))}
      </ul>
      {isMore && (
        <p className="border-t border-hair px-4 py-2.5 text-sm text-muted">The {SHOWN} latest are shown.</p>
      )}
    </Card>
  );
}
