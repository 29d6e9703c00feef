import type { UsageTotals } from "@/lib/contracts/usage";

/** Whether there are calls and not one of them has a price: their sums are then unknown, and not zero. */
export function isUnpriced({ calls, unpricedCalls }: Pick<UsageTotals, "calls" | "unpricedCalls">): boolean {
  return calls > 0 && unpricedCalls === calls;
}
