import "server-only";
import type { StatementLine as LineAnswer, StatementTotal } from "@/lib/contracts/overview";
import type { StatementAmounts, StatementLine } from "@/lib/reports";

/** The amounts of a statement as the API answers them. */
export function toAmountsAnswer(amounts: StatementAmounts): StatementTotal {
  return {
    actualNanoUsd: String(amounts.actualNanoUsd),
    forecastNanoUsd: toText(amounts.forecastNanoUsd),
    varianceNanoUsd: toText(amounts.varianceNanoUsd),
    varianceBasisPoints: amounts.varianceBasisPoints,
    direction: amounts.direction,
    calls: amounts.calls,
    imagesDelivered: amounts.imagesDelivered,
    unpricedCalls: amounts.unpricedCalls,
    boundLowNanoUsd: String(amounts.boundLowNanoUsd),
    boundHighNanoUsd: String(amounts.boundHighNanoUsd),
    unboundedCalls: amounts.unboundedCalls,
  };
}

export function toLineAnswer({ workflow, stage, ...amounts }: StatementLine): LineAnswer {
  return { workflow, stage, ...toAmountsAnswer(amounts) };
}

/** An amount as a contract carries it. */
export function toText(amount: bigint | null): string | null {
  return amount === null ? null : String(amount);
}
