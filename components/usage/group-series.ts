import { MEANING_COLORS, paletteColor, prepareSeriesColors } from "@/components/charts/prepare/series-colors";
import type { StackSeries } from "@/components/charts/prepare/stacked-bars";
import { OTHER_KEY, prepareVisibleGroups } from "@/components/charts/prepare/visible-groups";
import { valueWord } from "@/components/layout/call-words";
import type { FilterValues, UsageDimension, UsageSeries } from "@/lib/contracts/usage";
import { isUnpriced } from "./is-unpriced";
import { dateRange, monthOf, monthRange } from "@/lib/time";

/** Values whose colour means the same in every chart; the rest only need telling apart. */
const MEANINGS: Partial<Record<UsageDimension, Readonly<Record<string, string>>>> = {
  stage: { prototype: "var(--faint)", pilot: MEANING_COLORS.rework, production: MEANING_COLORS.baseline },
  purpose: {
    customer: MEANING_COLORS.baseline,
    qa: MEANING_COLORS.rework,
    prompt_tuning: paletteColor(5),
    internal: paletteColor(4),
  },
  outcome: {
    succeeded: MEANING_COLORS.baseline,
    failed: "var(--over)",
    timed_out: MEANING_COLORS.rework,
    unknown: MEANING_COLORS.other,
  },
};

/** Names that stand in the middle of no list get no colour of a neighbour: they are grey. */
const NO_VALUE = "";

/** The periods and layers that the chart of a usage series draws: the dearest groups apart, the rest as one. */
export function prepareGroupSeries(
  series: UsageSeries,
  groupBy: UsageDimension | null,
  values: FilterValues,
): { periods: string[]; layers: StackSeries[]; notes: (string | null)[] } {
  const periods =
    series.interval === "day"
      ? dateRange(series.from, series.to)
      : monthRange(monthOf(series.from), monthOf(series.to));
  const visible = prepareVisibleGroups(
    series.groups.map((group) => {
      const costs = new Map(group.points.map((point) => [point.period, knownCost(point)]));
      return {
        key: group.key,
        label: groupBy === null ? "Cost" : groupLabel(groupBy, group),
        amountsNanoUsd: periods.map((period) => costs.get(period) ?? null),
      };
    }),
  );
  const colors = groupColors(
    visible.map((group) => group.key ?? NO_VALUE),
    groupBy,
    values,
  );
  return {
    periods,
    notes: prepareNotes(series, periods),
    layers: visible.map((group) => ({
      id: group.key ?? NO_VALUE,
      name: group.label,
      color: colors.get(group.key ?? NO_VALUE) ?? MEANING_COLORS.other,
      amountsNanoUsd: group.amountsNanoUsd,
    })),
  };
}

/** What a group is called: the server's label where it is a name, our word where it is a code. */
export function groupLabel(groupBy: UsageDimension, group: { key: string | null; label: string }): string {
  return group.key === null || groupBy === "workflow" ? group.label : valueWord(groupBy, group.label);
}

type Point = UsageSeries["groups"][number]["points"][number];

/** Where not one call of a period has a price its cost is unknown, and not zero. */
function knownCost(point: Point): string | null {
  return isUnpriced(point) ? null : point.costNanoUsd;
}

function prepareNotes(series: UsageSeries, periods: readonly string[]): (string | null)[] {
  const calls = new Map<string, number>();
  const unpriced = new Map<string, number>();
  for (const point of series.groups.flatMap((group) => group.points)) {
    calls.set(point.period, (calls.get(point.period) ?? 0) + point.calls);
    unpriced.set(point.period, (unpriced.get(point.period) ?? 0) + point.unpricedCalls);
  }
  return periods.map((period) => {
    if (!calls.get(period)) return "No calls logged";
    const count = unpriced.get(period) ?? 0;
    if (count === 0) return null;
    return `${count === 1 ? "1 call" : `${count.toLocaleString("en-US")} calls`} unpriced, not in the sum`;
  });
}

function groupColors(
  keys: readonly string[],
  groupBy: UsageDimension | null,
  values: FilterValues,
): ReadonlyMap<string, string> {
  if (groupBy === null) return new Map(keys.map((key) => [key, MEANING_COLORS.actual]));
  const meanings = MEANINGS[groupBy];
  if (meanings) return new Map(Object.entries(meanings));
  return prepareSeriesColors(
    keys.filter((key) => key !== OTHER_KEY && key !== NO_VALUE),
    knownKeys(groupBy, values, keys),
  );
}

function knownKeys(
  groupBy: UsageDimension,
  values: FilterValues,
  keys: readonly string[],
): readonly string[] {
  switch (groupBy) {
    case "workflow":
      return values.workflows.map((workflow) => workflow.slug);
    case "provider":
      return values.providers;
    case "model":
      return values.models;
    case "size":
      return values.sizes;
    case "quality":
      return values.qualities;
    case "operation":
    case "costBasis":
    case "unpricedReason":
    case "stage":
    case "purpose":
    case "outcome":
      return keys.toSorted();
  }
}
