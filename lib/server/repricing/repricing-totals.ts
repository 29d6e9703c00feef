import "server-only";
import type { RepricingDifference } from "@/lib/contracts/repricings";
import { toOutcome } from "./add-differences";

/** What differences come to, as the audit log says it. */
export function repricingTotals(differences: readonly RepricingDifference[]) {
  const { callsRead, callsChanged, before, after } = toOutcome(differences).total;
  return {
    callsRead,
    callsChanged,
    costBeforeNanoUsd: before.costNanoUsd,
    costAfterNanoUsd: after.costNanoUsd,
    unpricedBefore: before.unpricedCalls,
    unpricedAfter: after.unpricedCalls,
  };
}
