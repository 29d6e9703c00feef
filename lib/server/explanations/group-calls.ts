import "server-only";
import { oneValue } from "@/lib/contracts/value-list";
import type { CallBreakdown, ExplanationQuery } from "@/lib/contracts/explanations";
import type { CallGroup, CallMeasure } from "@/lib/derivations";
import { formatDate, formatMonth, firstDay, lastDay } from "@/lib/time";
import { addUsageSums } from "@/lib/server/reports/add-usage-sums";
import type { LoggedFilter } from "@/lib/server/usage/call-conditions";
import { nameGroups } from "@/lib/server/usage/name-groups";
import type { UsageSums } from "@/lib/server/usage/usage-sums";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";
import type { Explaining } from "./explaining";
import { BASIS_WORDS, valueWords } from "./filter-words";
import { loadCards } from "./load-cards";

type Group = CallGroup<ExplanationQuery> & { sums: UsageSums };

/** More than anybody reads; what is beyond them is one group together. */
const MOST_GROUPS = 100;

interface Grouping {
  measure: CallMeasure;
  filter: LoggedFilter;
  by: Exclude<CallBreakdown, "call">;
}

/** The calls of a filter in groups, from the daily sums: in time's order, or the dearest first. */
export async function groupCalls(context: Explaining, grouping: Grouping): Promise<Group[]> {
  const groups = await readGroups(context, grouping);
  if (grouping.by !== "day" && grouping.by !== "month") groups.sort(dearestFirst);
  if (groups.length <= MOST_GROUPS) return groups;
  const others = groups.slice(MOST_GROUPS - 1);
  return [
    ...groups.slice(0, MOST_GROUPS - 1),
    {
      title: `${others.length} others together`,
      sums: addUsageSums(others.map(({ sums }) => sums)),
      cards: [],
      more: null,
    },
  ];
}

async function readGroups({ tx, workspace }: Explaining, grouping: Grouping): Promise<Group[]> {
  const { measure, filter, by } = grouping;
  const ask = (narrower: Partial<LoggedFilter>): ExplanationQuery => ({
    subject: measure,
    ...filter,
    ...narrower,
  });
  switch (by) {
    case "month": {
      const rows = await sumUsageBy(tx, workspace, { ...filter, by: ["month"] });
      return rows.map(({ keys: { month }, sums }) => ({
        title: formatMonth(month ?? ""),
        sums,
        cards: [],
        more: ask(daysOfMonth(month ?? "", filter)),
      }));
    }
    case "day": {
      const rows = await sumUsageBy(tx, workspace, { ...filter, by: ["day"] });
      return rows.map(({ keys: { day }, sums }) => ({
        title: formatDate(day ?? ""),
        sums,
        cards: [],
        more: ask({ from: day ?? "", to: day ?? "" }),
      }));
    }
    case "rateCard": {
      const rows = await sumUsageBy(tx, workspace, { ...filter, by: ["costBasis", "rateCard"] });
      const cards = await loadCards(
        tx,
        rows.flatMap(({ keys }) => keys.rateCard ?? []),
      );
      return rows.map(({ keys: { costBasis, rateCard }, sums }) => {
        const card = cards.find(({ id }) => id === rateCard);
        return {
          title: priceTitle(costBasis ?? "", card?.name ?? rateCard),
          sums,
          cards: card === undefined ? [] : [card],
          more: ask({ costBasis: costBasis ?? undefined, rateCard: rateCard ?? "none" }),
        };
      });
    }
    default: {
      const rows = await sumUsageBy(tx, workspace, { ...filter, by: [by] });
      const keyed = rows.map(({ keys, sums }) => ({ key: keys[by], sums }));
      const named = await nameGroups(tx, workspace.id, by, keyed);
      return named.map(({ key, label, sums }) => ({
        title: valueWords(by, label),
        sums,
        cards: [],
        more: ask({ [by]: key === null ? "none" : oneValue(key) }),
      }));
    }
  }
}

function priceTitle(costBasis: string, card: string | null): string {
  const words = BASIS_WORDS[costBasis] ?? costBasis;
  const title = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  return card === null ? title : `${title}: ${card}`;
}

/** The days of a month that a filter leaves. */
function daysOfMonth(month: string, { from, to }: LoggedFilter): Pick<LoggedFilter, "from" | "to"> {
  const [first, last] = [firstDay(month), lastDay(month)];
  return {
    from: from !== undefined && from > first ? from : first,
    to: to !== undefined && to < last ? to : last,
  };
}

function dearestFirst({ sums: a }: Group, { sums: b }: Group): number {
  if (a.costNanoUsd !== b.costNanoUsd) return a.costNanoUsd > b.costNanoUsd ? -1 : 1;
  return b.calls - a.calls;
}
