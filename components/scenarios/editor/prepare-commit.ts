import type { Scenario } from "@/lib/contracts/scenarios";
import { addMonths, formatMonth, monthOf } from "@/lib/time";

/** What making a scenario the forecast will mean, in sentences. */
export interface CommitMeaning {
  /** The forecast of the same workflow and stage that it takes the place of. */
  replaces: Scenario | null;
  from: string;
  /** Months that lose the earlier forecast without getting this one, as it begins later; null where there are none. */
  leavesOut: string | null;
}

export function prepareCommit(
  scenario: Pick<Scenario, "workflow" | "stage">,
  { startsOn }: Pick<Scenario["drivers"], "startsOn">,
  others: readonly Scenario[],
  today: string,
): CommitMeaning {
  const replaces =
    others.find(
      (other) =>
        other.committed !== null &&
        other.workflow.id === scenario.workflow.id &&
        other.stage === scenario.stage,
    ) ?? null;
  const currentMonth = monthOf(today);
  const firstMonth = monthOf(startsOn);
  // The running month keeps the forecast it had, so what is put off begins with the next one.
  const nextMonth = addMonths(currentMonth, 1);
  const lastLeftOut = addMonths(firstMonth, -1);
  return {
    replaces,
    from: firstMonth > currentMonth ? firstMonth : currentMonth,
    leavesOut: replaces && lastLeftOut >= nextMonth ? spanText(nextMonth, lastLeftOut) : null,
  };
}

function spanText(from: string, to: string): string {
  return from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`;
}
