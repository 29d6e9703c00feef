import "server-only";
import type { PlannedMonth } from "@/lib/contracts/price-impact";
import { lastDayOfStage, type Projection } from "@/lib/scenarios";
import { monthOf, monthRange } from "@/lib/time";
import type { TwiceProjected } from "./project-open-scenarios";

interface MonthSum {
  nanoUsd: bigint;
  unpriced: number;
}

/** The months in which the plan changes, with what it adds up to before and after, beside the monthly budget. */
export function planMonths(
  scenarios: readonly TwiceProjected[],
  budgetNanoUsd: bigint | null,
): PlannedMonth[] {
  const before = sumByMonth(scenarios, (scenario) => scenario.before);
  const after = sumByMonth(scenarios, (scenario) => scenario.after);
  const isOver = ({ nanoUsd }: MonthSum) => (budgetNanoUsd === null ? null : nanoUsd > budgetNanoUsd);
  return [...before.keys()].sort().flatMap((month) => {
    const was = before.get(month) ?? NOTHING;
    const becomes = after.get(month) ?? NOTHING;
    if (was.nanoUsd === becomes.nanoUsd && was.unpriced === becomes.unpriced) return [];
    return {
      month,
      beforeNanoUsd: was.nanoUsd.toString(),
      afterNanoUsd: becomes.nanoUsd.toString(),
      unpricedBefore: was.unpriced,
      unpricedAfter: becomes.unpriced,
      isOverBudgetBefore: isOver(was),
      isOverBudgetAfter: isOver(becomes),
    };
  });
}

const NOTHING: MonthSum = { nanoUsd: 0n, unpriced: 0 };

/** Every month that a scenario touches has an entry, priced or not. */
function sumByMonth(
  scenarios: readonly TwiceProjected[],
  projectionOf: (scenario: TwiceProjected) => Projection,
): Map<string, MonthSum> {
  const sums = new Map<string, MonthSum>();
  const add = (month: string, nanoUsd: bigint, unpriced: number) => {
    const sum = sums.get(month) ?? NOTHING;
    sums.set(month, { nanoUsd: sum.nanoUsd + nanoUsd, unpriced: sum.unpriced + unpriced });
  };
  for (const scenario of scenarios) {
    const projection = projectionOf(scenario);
    if (projection.status === "priced") {
      for (const { month, totalNanoUsd } of projection.months) add(month, totalNanoUsd, 0);
    } else {
      const { startsOn, lengthMonths } = scenario.drivers;
      const last = monthOf(lastDayOfStage(startsOn, lengthMonths));
      for (const month of monthRange(monthOf(startsOn), last)) add(month, 0n, 1);
    }
  }
  return sums;
}
