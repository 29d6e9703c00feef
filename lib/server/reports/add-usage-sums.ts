import "server-only";
import { sumNanoUsd } from "@/lib/money";
import type { UsageSums } from "@/lib/server/usage/usage-sums";

/** The sums of disjoint sets of calls taken together. */
export function addUsageSums(parts: readonly UsageSums[]): UsageSums {
  const count = (of: (sums: UsageSums) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const amount = <Key extends keyof UsageSums & `${string}NanoUsd`>(key: Key) =>
    sumNanoUsd(parts.map((part) => part[key]));
  return {
    calls: count(({ calls }) => calls),
    imagesRequested: count(({ imagesRequested }) => imagesRequested),
    imagesDelivered: count(({ imagesDelivered }) => imagesDelivered),
    imagesPriced: count(({ imagesPriced }) => imagesPriced),
    imagesAccepted: count(({ imagesAccepted }) => imagesAccepted),
    imagesJudged: count(({ imagesJudged }) => imagesJudged),
    costNanoUsd: amount("costNanoUsd"),
    paidLossNanoUsd: amount("paidLossNanoUsd"),
    reworkNanoUsd: amount("reworkNanoUsd"),
    unpricedCalls: count(({ unpricedCalls }) => unpricedCalls),
    unboundedCalls: count(({ unboundedCalls }) => unboundedCalls),
    billingUnknownCalls: count(({ billingUnknownCalls }) => billingUnknownCalls),
    boundLowNanoUsd: amount("boundLowNanoUsd"),
    boundHighNanoUsd: amount("boundHighNanoUsd"),
  };
}
