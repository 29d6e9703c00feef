"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarX2 } from "lucide-react";
import Link from "next/link";
import { lifecycleQuery } from "@/lib/client/lifecycle-queries";
import { endingSentence } from "./lifecycle-words";
import { useWorkspace } from "./workspace-context";

/** Says which models in use come to their end; nothing while none does. */
export function LifecycleNotice() {
  const { slug } = useWorkspace();
  const { data } = useQuery(lifecycleQuery(slug));
  const concerned = (data?.items ?? []).filter(
    ({ scenarios, traffic }) => traffic.calls > 0 || scenarios.some(({ monthsBeyond }) => monthsBeyond > 0),
  );
  if (concerned.length === 0) return null;
  return (
    <div className="flex items-start gap-2 rounded-card border bg-surface px-4 py-2.5 shadow-hair">
      <CalendarX2 aria-hidden className="mt-0.5 size-3.5 shrink-0 text-over" />
      <ul className="grid gap-0.5">
        {concerned.map((ending) => (
          <li key={`${ending.provider} ${ending.model}`}>
            {endingSentence(ending)}{" "}
            <Link
              href={`/w/${slug}/prices#lifecycle`}
              className="rounded-sm whitespace-nowrap text-accent underline underline-offset-2 print:hidden"
            >
              See successors
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
