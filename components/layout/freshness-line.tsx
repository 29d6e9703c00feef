"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/class-names";
import { freshnessQuery } from "@/lib/client/freshness-query";
import { formatDate } from "@/lib/time";
import { localClock } from "./format-instant";
import { useWorkspace } from "./workspace-context";

/** How far the data reach, in the workspace's time zone, and how many calls have no price: they open from here. */
export function FreshnessLine({ className }: { className?: string }) {
  const { slug, timeZone } = useWorkspace();
  const { data, dataUpdatedAt } = useQuery(freshnessQuery(slug));
  if (data === undefined) return <p className={cn("h-[1.45em] text-sm", className)} />;
  if (data.lastCallAt === null) return <p className={cn("text-sm text-muted", className)}>No calls yet</p>;
  const last = localClock(data.lastCallAt, timeZone);
  // The moment of the answer stands for today: the server and the browser then write the same text.
  const isToday = last.date === localClock(dataUpdatedAt, timeZone).date;
  return (
    <p className={cn("text-sm text-muted", className)}>
      <span className="block">
        Data to {isToday ? last.time : `${formatDate(last.date)}, ${last.time}`} {timeZone}
      </span>
      {data.unpricedCalls > 0 && (
        <Link
          href={`/w/${slug}/usage/unpriced`}
          className="inline-flex items-center gap-1 rounded-sm underline decoration-faint underline-offset-2 hover:text-ink hover:decoration-ink"
        >
          <TriangleAlert aria-hidden className="size-3 shrink-0 text-rework" />
          {data.unpricedCalls.toLocaleString("en-US")} {data.unpricedCalls === 1 ? "call" : "calls"} unpriced
        </Link>
      )}
    </p>
  );
}
