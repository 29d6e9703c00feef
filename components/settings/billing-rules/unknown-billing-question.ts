import type { UsageQuestion } from "@/lib/client/usage-queries";
import { addDays } from "@/lib/time";

const DAYS = 90;

/** Asks for the calls of the last ninety days of which no rule says whether they are billed. */
export function unknownBillingQuestion(today: string) {
  return {
    from: addDays(today, 1 - DAYS),
    to: today,
    interval: "month",
    unpricedReason: "billing_unknown",
  } as const satisfies UsageQuestion;
}
