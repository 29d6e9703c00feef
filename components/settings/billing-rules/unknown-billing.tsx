"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleHelp } from "lucide-react";
import Link from "next/link";
import { useWorkspace } from "@/components/layout/workspace-context";
import { usageHref } from "@/lib/client/usage-href";
import { usageSeriesQuery } from "@/lib/client/usage-queries";
import type { UsageTotals } from "@/lib/contracts/usage";
import { formatUsd, nanoUsd } from "@/lib/money";
import { unknownBillingQuestion } from "./unknown-billing-question";

/** How many recent calls no rule settles, and what they may have cost. Nothing while there are none. */
export function UnknownBilling({ today }: { today: string }) {
  const { slug } = useWorkspace();
  const question = unknownBillingQuestion(today);
  const { data } = useQuery(usageSeriesQuery(slug, question));
  const totals = data?.series.totals;
  if (!totals || totals.calls === 0) return null;
  const { from, to, unpricedReason } = question;
  return (
    <p className="flex items-start gap-2 rounded-card border bg-surface px-4 py-2.5 shadow-hair">
      <CircleHelp aria-hidden className="mt-0.5 size-3.5 shrink-0 text-rework" />
      <span>
        {unknownBillingSentence(totals)}{" "}
        <Link
          href={usageHref(slug, { from, to, unpricedReason })}
          className="rounded-sm whitespace-nowrap text-accent underline underline-offset-2"
        >
          See which
        </Link>
      </span>
    </p>
  );
}

function unknownBillingSentence({ calls, unboundedCalls, boundHighNanoUsd }: UsageTotals): string {
  const count = calls.toLocaleString("en-US");
  const subject = calls === 1 ? "1 call" : `${count} calls`;
  const most = formatUsd(nanoUsd(BigInt(boundHighNanoUsd)));
  const bounds =
    unboundedCalls === calls
      ? "nothing bounds what they cost"
      : `they cost between nothing and ${most}${unboundedCalls > 0 ? `, and nothing bounds ${unboundedCalls.toLocaleString("en-US")} of them` : ""}`;
  return `In the last 90 days nobody knows of ${subject} whether the provider bills them; ${bounds}.`;
}
