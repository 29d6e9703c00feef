import type { MeasurePlotInput } from "@/components/charts/prepare/measure-plot";
import { MEANING_COLORS, paletteColor, prepareSeriesColors } from "@/components/charts/prepare/series-colors";
import { valueWord } from "@/components/layout/call-words";
import type { AnsweredUsage } from "@/lib/client/usage-queries";
import { formatTagValue, tagKeyOf } from "@/lib/contracts/tag-filter";
import {
  type FilterValues,
  type SeriesGroup,
  usageDimensionSchema,
  type UsageGrouping,
  type UsageSeries,
} from "@/lib/contracts/usage";
import {
  isAdditive,
  MEASURE_UNITS,
  type Measure,
  measureNano,
  type MeasureSums,
  seriesPeriods,
  seriesValues,
} from "@/lib/usage";
import { axisPeriods, PERIOD_WORDS } from "./axis-periods";
import { MEASURE_WORDS } from "./measure-words";

/** Values whose colour means the same in every chart; the rest only need telling apart. */
const MEANINGS: Partial<Record<UsageGrouping, Readonly<Record<string, string>>>> = {
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

export const OTHER_ID = "other";

/** What tells a group from the others of its answer. */
export function groupId({
  key,
  thenKey,
  thenLabel,
}: Pick<SeriesGroup, "key" | "thenKey" | "thenLabel">): string {
  return thenLabel === null ? (key ?? NO_VALUE) : JSON.stringify([key, thenKey]);
}

/** What the chart of a usage series draws: the first groups apart, the rest as one, and the span before. */
export function prepareGroupSeries(
  { question, series }: AnsweredUsage,
  { measure, isCumulative, values }: { measure: Measure; isCumulative: boolean; values: FilterValues },
): MeasurePlotInput {
  const { groupBy, thenBy } = question;
  const periods = seriesPeriods(series.from, series.to, series.interval);
  const ask = { periods: periods.map(({ key }) => key), measure, isCumulative };
  const sums = (part: { points: UsageSeries["points"]; totals: MeasureSums }) => ({
    values: seriesValues(part.points, ask),
    total: part.totals.calls === 0 ? null : measureNano(measure, part.totals),
  });
  const colors = seriesColors(series, question, values);
  // Parts of one group lie next to one another.
  const places = new Map([...new Set(series.groups.map(({ key }) => key))].map((key, place) => [key, place]));
  const groups = series.groups
    .filter(({ totals }) => totals.calls > 0)
    .toSorted((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0));
  return {
    unit: MEASURE_UNITS[measure],
    form: isAdditive(measure) ? "bars" : "lines",
    periods: axisPeriods(periods, series.interval),
    periodWord: PERIOD_WORDS[series.interval],
    series: [
      ...groups.map((group) => ({
        id: groupId(group),
        name: groupBy === undefined ? MEASURE_WORDS[measure] : groupName(groupBy, thenBy, group),
        color: colors.get(groupId(group)) ?? MEANING_COLORS.other,
        ...sums(group),
      })),
      ...(series.other
        ? [
            {
              id: OTHER_ID,
              name: otherName(series.other),
              color: MEANING_COLORS.other,
              ...sums(series.other),
            },
          ]
        : []),
    ],
    all: sums(series),
    comparison: series.previous && { name: "Previous period", ...sums(series.previous) },
    notes: prepareNotes(series, ask.periods),
  };
}

export function otherName({ groups }: { groups: readonly unknown[] }): string {
  return `Other (${groups.length})`;
}

/** What a group is called: the server's label where it is a name, our word where it is a code. */
export function groupLabel(dimension: UsageGrouping, group: { key: string | null; label: string }): string {
  return group.key === null || dimension === "workflow" ? group.label : valueWord(dimension, group.label);
}

/** The name of a group within its group. */
export function thenLabel(thenBy: UsageGrouping, group: Pick<SeriesGroup, "thenKey" | "thenLabel">): string {
  return groupLabel(thenBy, { key: group.thenKey, label: group.thenLabel ?? "" });
}

function groupName(groupBy: UsageGrouping, thenBy: UsageGrouping | undefined, group: SeriesGroup): string {
  const name = groupLabel(groupBy, group);
  return thenBy === undefined ? name : `${name} · ${thenLabel(thenBy, group)}`;
}

function prepareNotes(series: UsageSeries, periods: readonly string[]): (string | null)[] {
  const points = new Map(series.points.map((point) => [point.period, point]));
  return periods.map((period) => {
    const point = points.get(period);
    if (point === undefined || point.calls === 0) return "No calls logged";
    const count = point.unpricedCalls;
    if (count === 0) return null;
    return `${count === 1 ? "1 call" : `${count.toLocaleString("en-US")} calls`} unpriced, not in the sum`;
  });
}

/** The colour of each group that is drawn, by its id. */
export function seriesColors(
  series: UsageSeries,
  { groupBy, thenBy }: AnsweredUsage["question"],
  values: FilterValues,
): ReadonlyMap<string, string> {
  const ids = series.groups.map(groupId);
  return thenBy === undefined ? groupColors(ids, groupBy ?? null, values) : prepareSeriesColors(ids, ids);
}

function groupColors(
  keys: readonly string[],
  groupBy: UsageGrouping | null,
  values: FilterValues,
): ReadonlyMap<string, string> {
  if (groupBy === null) return new Map(keys.map((key) => [key, MEANING_COLORS.actual]));
  const meanings = MEANINGS[groupBy];
  if (meanings) return new Map(Object.entries(meanings));
  return prepareSeriesColors(
    keys.filter((key) => key !== NO_VALUE && !(tagKeyOf(groupBy) !== null && key === "other")),
    knownKeys(groupBy, values, keys),
  );
}

function knownKeys(groupBy: UsageGrouping, values: FilterValues, keys: readonly string[]): readonly string[] {
  const tagKey = tagKeyOf(groupBy);
  if (tagKey !== null) {
    const tag = values.tags.find(({ key }) => key === tagKey);
    return tag?.values.map((value) => formatTagValue({ kind: "value", value })) ?? keys;
  }
  switch (usageDimensionSchema.parse(groupBy)) {
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
    case "batch":
    case "retry":
    case "costBasis":
    case "unpricedReason":
    case "stage":
    case "purpose":
    case "outcome":
      return keys.toSorted();
  }
}
