"use client";

import type { Estimate } from "@/lib/pricing";
import { monthRange } from "./month-range";
import { RangeAmount } from "./range-amount";

/** On a phone the answer stays in sight while the form is changed; elsewhere it is beside the form anyway. */
export function TotalBar({ estimate, volume }: { estimate: Estimate; volume: number }) {
  return (
    <aside
      aria-label="Total"
      className="sticky bottom-0 z-20 -mx-4 mt-4 flex items-baseline justify-between gap-4 border-t bg-surface px-4 py-2.5 lg:hidden print:hidden"
    >
      <span className="grid">
        <span className="text-sm text-muted">Per call</span>
        <span className="text-lg font-semibold">
          <RangeAmount range={monthRange(estimate, 1)} />
        </span>
      </span>
      <span className="grid justify-items-end">
        <span className="text-sm text-muted">Per month</span>
        <span className="text-lg font-semibold">
          <RangeAmount range={monthRange(estimate, volume)} as="cents" />
        </span>
      </span>
    </aside>
  );
}
