import { Clock } from "lucide-react";
import { Amount } from "@/components/ui/amount";
import type { MonthClose } from "@/lib/contracts/reports";

/** Says what has come in since the month was closed; nothing while nothing has. */
export function LaterCallsNotice({ close }: { close: MonthClose | null }) {
  if (close === null || close.later.calls === 0) return null;
  const { calls, costNanoUsd } = close.later;
  return (
    <p className="flex items-start gap-2 rounded-card border bg-surface px-4 py-2.5 shadow-hair">
      <Clock aria-hidden className="mt-0.5 size-3.5 shrink-0 text-rework" />
      <span>
        {calls === 1 ? "1 call" : `${calls.toLocaleString("en-US")} calls`} arrived after the month was closed
        and {calls === 1 ? "is" : "are"} in these figures: <Amount nanoUsd={costNanoUsd} as="signed" />. It
        was closed at <Amount nanoUsd={close.costNanoUsd} />.
      </span>
    </p>
  );
}
