import "server-only";
import type { RetentionPreview } from "@/lib/contracts/retention";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { findClosedMonths } from "@/lib/server/reports/closed-months";
import { findKeptFrom } from "@/lib/server/usage/kept-calls";
import { monthOf, monthRange } from "@/lib/time";
import { cutDay, readSpan } from "./drop-span";

/** Which single calls would go at an age, and what could not be done with them afterwards. Nothing is dropped by this. */
export function previewRetention(
  workspace: { id: string; timeZone: string },
  keptMonths: number,
  now: Date,
): Promise<RetentionPreview> {
  return inWorkspace(workspace.id, async (tx) => {
    const before = await findKeptFrom(tx, workspace.id);
    const keptFrom = cutDay(before, { keptMonths, timeZone: workspace.timeZone, now });
    const { from, through, days, sums } = await readSpan(tx, workspace.id, {
      keptFrom: before,
      until: keptFrom,
    });
    const closed = new Set(await findClosedMonths(tx, workspace.id));
    const months = from === null || through === null ? [] : monthRange(monthOf(from), monthOf(through));
    return {
      keptMonths,
      keptFrom,
      from,
      through,
      days,
      calls: sums.calls,
      costNanoUsd: String(sums.costNanoUsd),
      unpricedCalls: sums.unpricedCalls,
      openMonths: months.filter((month) => !closed.has(month)),
    };
  });
}
