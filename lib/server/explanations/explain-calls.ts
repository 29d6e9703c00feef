import "server-only";
import { CALL_BREAKDOWNS, type CallBreakdown, type ExplanationQuery } from "@/lib/contracts/explanations";
import { parseValueList } from "@/lib/contracts/value-list";
import { deriveCalls, type CallMeasure } from "@/lib/derivations";
import type { LoggedFilter } from "@/lib/server/usage/call-conditions";
import { sumUsage } from "@/lib/server/usage/usage-totals";
import type { Explained, Explaining } from "./explaining";
import { filterWords } from "./filter-words";
import { groupCalls } from "./group-calls";
import { listExplainedCalls } from "./list-explained-calls";
import { loadCards } from "./load-cards";

const TITLES: Readonly<Record<CallMeasure, string>> = {
  usage: "Cost of calls",
  rework: "Rework",
  paid_losses: "Paid losses",
};

const BREAKDOWN_WORDS: Readonly<Record<CallBreakdown, string>> = {
  month: "month",
  rateCard: "price",
  workflow: "workflow",
  stage: "stage",
  model: "model",
  size: "size",
  quality: "quality",
  purpose: "purpose",
  outcome: "outcome",
  day: "day",
  call: "call",
};

/** The way down to a single call that nobody chose otherwise. */
const WAY_DOWN: readonly CallBreakdown[] = ["month", "rateCard", "day"];

/** What the calls of a filter cost, all of it or a part, taken apart in one way; each part leads further down. */
export async function explainCalls(
  context: Explaining,
  measure: CallMeasure,
  { by, ...filter }: LoggedFilter & { by?: CallBreakdown | undefined },
): Promise<Explained> {
  const { tx, workspace } = context;
  const sums = await sumUsage(tx, workspace, filter);
  const cited = await loadCards(tx, filter.rateCard === undefined ? [] : [filter.rateCard]);
  const open = CALL_BREAKDOWNS.filter((each) => isOpen(each, filter));
  const groupBy = async (breakdown: CallBreakdown) =>
    breakdown === "call"
      ? listExplainedCalls(context, { measure, filter, sums })
      : groupCalls(context, { measure, filter, by: breakdown });

  let chosen: CallBreakdown = by ?? "call";
  let groups = by === undefined ? [] : await groupBy(by);
  if (by === undefined) {
    for (const breakdown of [...WAY_DOWN, "call" as const].filter((each) => open.includes(each))) {
      chosen = breakdown;
      groups = await groupBy(breakdown);
      if (groups.length > 1) break;
    }
  }
  return deriveCalls<ExplanationQuery>({
    title: `${TITLES[measure]}, ${filterWords(filter, cited[0]?.name ?? null)}`,
    measure,
    sums,
    by: groups.length === 0 ? null : BREAKDOWN_WORDS[chosen],
    groups,
    cards: cited,
    otherways: open
      .filter((each) => each !== chosen)
      .map((each) => ({
        label: `By ${BREAKDOWN_WORDS[each]}`,
        question: { subject: measure, ...filter, by: each },
      })),
  });
}

/** Whether a breakdown could still tell calls of the filter apart. */
function isOpen(breakdown: CallBreakdown, filter: LoggedFilter): boolean {
  switch (breakdown) {
    case "month":
      return filter.from === undefined || filter.from.slice(0, 7) !== filter.to?.slice(0, 7);
    case "day":
      return filter.from === undefined || filter.from !== filter.to;
    case "rateCard":
      return filter.rateCard === undefined;
    case "call":
      // Without days the list would be looked for in the whole log.
      return filter.from !== undefined && filter.to !== undefined;
    default:
      return tellsApart(filter[breakdown]);
  }
}

/** Several values of a dimension, or all but some, are still different calls. */
function tellsApart(text: string | undefined): boolean {
  const list = text === undefined ? null : parseValueList(text);
  return list === null || list.isExcluded || list.values.length > 1;
}
