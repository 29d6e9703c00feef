"use client";

import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Spinner } from "@/components/ui/spinner";
import { freshnessQuery } from "@/lib/client/freshness-query";

const LOOK_EVERY_MS = 2000;

/** Watches the log from the moment it is shown and says when the next call has arrived. */
export function CallArrival() {
  const { slug, timeZone } = useWorkspace();
  const { data, isError } = useQuery({ ...freshnessQuery(slug), refetchInterval: LOOK_EVERY_MS });
  const [before, setBefore] = useState<{ lastReceivedAt: string | null } | null>(null);
  if (data && before === null) setBefore({ lastReceivedAt: data.lastReceivedAt });

  const received =
    before !== null && data?.lastReceivedAt !== before.lastReceivedAt ? data?.lastReceivedAt : null;
  return (
    <p role="status" className="flex min-h-9 flex-wrap items-center gap-2 rounded-control border px-3 py-1.5">
      {received ? (
        <>
          <span className="grid size-5 place-items-center rounded-full bg-under-soft text-under">
            <Check aria-hidden className="size-3.5" />
          </span>
          <span className="font-medium">A call has arrived</span>
          <span className="text-muted">{formatInstant(received, timeZone)}</span>
          <Link href={`/w/${slug}/usage`} className="ml-auto text-accent hover:underline">
            See it in Usage
          </Link>
        </>
      ) : (
        <>
          <Spinner />
          <span className="text-muted">
            {isError ? "The server cannot be reached; trying again." : "Waiting for a call…"}
          </span>
        </>
      )}
    </p>
  );
}
