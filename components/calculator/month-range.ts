import { requestsCost } from "@/lib/calculator";
import type { NanoUsd } from "@/lib/money";
import type { Estimate } from "@/lib/pricing";

/** What so many requests cost: both ends the same where the price is one; null without a price. */
export function monthRange(estimate: Estimate, volume: number): { low: NanoUsd; high: NanoUsd } | null {
  const month = (cost: NanoUsd) => requestsCost(cost, BigInt(volume));
  switch (estimate.status) {
    case "priced":
      return { low: month(estimate.costNanoUsd), high: month(estimate.costNanoUsd) };
    case "range":
      return { low: month(estimate.lowNanoUsd), high: month(estimate.highNanoUsd) };
    case "unpriced":
      return null;
  }
}
