import { MEANING_COLORS } from "@/components/charts/prepare/series-colors";
import type { AnsweredUsage } from "@/lib/client/usage-queries";
import type { SeriesGroup, SeriesTotals, UsageGrouping } from "@/lib/contracts/usage";
import type { ValueList } from "@/lib/contracts/value-list";
import { divideHalfEven } from "@/lib/money";
import { dimensionFilter, dimensionList, type UsageFilterName } from "./dimension-filter";
import { groupId, groupLabel, OTHER_ID, otherName, thenLabel } from "./group-series";

/** What selects the calls of a row, as filters take it. */
export type RowFilter = Partial<Record<UsageFilterName, string>>;

/** A line of the table; `rows` are what it is made of. */
export interface GroupRow {
  id: string;
  label: string;
  /** Of what the chart draws for it. */
  color: string | null;
  totals: SeriesTotals;
  previous: SeriesTotals | null;
  /** The filters that select its calls, besides those of the page. Null where no filter does. */
  filter: RowFilter | null;
  rows: GroupRow[];
  isOpenAtFirst: boolean;
}

/**
 * The groups as a table: by one dimension those that the chart draws, and the rest under "Other"; by two each group
 * with its parts, of which those that the chart does not draw are under an "Other" of their own.
 */
export function prepareGroupRows(
  { question, series }: AnsweredUsage,
  colors: ReadonlyMap<string, string>,
): GroupRow[] {
  const { groupBy, thenBy } = question;
  if (groupBy === undefined) return [];
  const only = (grouping: UsageGrouping, key: string | null): RowFilter =>
    dimensionFilter(grouping, { isExcluded: false, values: [key ?? "none"] }) ?? {};
  const filters = (group: SeriesGroup): RowFilter => ({
    ...only(groupBy, group.key),
    ...(thenBy && only(thenBy, group.thenKey)),
  });
  const leaf = (group: SeriesGroup, label: string, isDrawn: boolean): GroupRow => ({
    id: groupId(group),
    label,
    color: isDrawn ? (colors.get(groupId(group)) ?? MEANING_COLORS.other) : null,
    totals: group.totals,
    previous: group.previous,
    filter: filters(group),
    rows: [],
    isOpenAtFirst: false,
  });
  const drawn = new Set(series.groups.map(groupId));
  const all = [...series.groups, ...(series.other?.groups ?? [])];

  if (thenBy === undefined) {
    const rows = series.groups.map((group) => leaf(group, groupLabel(groupBy, group), true));
    if (series.other === null) return rows;
    const { totals, previous, groups } = series.other;
    return [
      ...rows,
      {
        id: OTHER_ID,
        label: otherName(series.other),
        color: MEANING_COLORS.other,
        totals,
        previous,
        filter: otherFilter(
          groupBy,
          dimensionList(groupBy, question),
          series.groups.map(({ key }) => key ?? "none"),
        ),
        rows: groups.map((group) => leaf(group, groupLabel(groupBy, group), false)),
        isOpenAtFirst: false,
      },
    ];
  }

  const outer = [...new Set(all.map(({ key }) => key))].map((key) => {
    const parts = all.filter((group) => group.key === key);
    const [first] = parts;
    const shown = parts.filter((group) => drawn.has(groupId(group)));
    const rest = parts.filter((group) => !drawn.has(groupId(group)));
    const part = (group: SeriesGroup) => leaf(group, thenLabel(thenBy, group), drawn.has(groupId(group)));
    const restRows =
      rest.length < 2 || shown.length === 0
        ? rest.map(part)
        : [
            {
              id: JSON.stringify([key, OTHER_ID, rest.length]),
              label: otherName({ groups: rest }),
              color: MEANING_COLORS.other,
              totals: addTotals(rest.map(({ totals }) => totals)),
              previous: addPrevious(rest),
              filter: null,
              rows: rest.map(part),
              isOpenAtFirst: false,
            },
          ];
    return {
      id: JSON.stringify([key]),
      label: groupLabel(groupBy, { key, label: first?.label ?? "" }),
      color: null,
      totals: addTotals(parts.map(({ totals }) => totals)),
      previous: addPrevious(parts),
      filter: only(groupBy, key),
      rows: [...shown.map(part), ...restRows],
      isOpenAtFirst: shown.length > 0,
    };
  });
  return outer;
}

/** All but the groups that are drawn, of what the page's filter leaves. */
function otherFilter(
  grouping: UsageGrouping,
  given: ValueList | null,
  drawn: readonly string[],
): RowFilter | null {
  return dimensionFilter(
    grouping,
    given === null || given.isExcluded
      ? { isExcluded: true, values: [...new Set([...(given?.values ?? []), ...drawn])] }
      : { isExcluded: false, values: given.values.filter((value) => !drawn.includes(value)) },
  );
}

function addPrevious(groups: readonly SeriesGroup[]): SeriesTotals | null {
  const known = groups.flatMap(({ previous }) => previous ?? []);
  return known.length === 0 ? null : addTotals(known);
}

const AMOUNTS = [
  "costNanoUsd",
  "paidLossNanoUsd",
  "reworkNanoUsd",
  "boundLowNanoUsd",
  "boundHighNanoUsd",
] as const;

const COUNTS = [
  "calls",
  "failedCalls",
  "imagesRequested",
  "imagesDelivered",
  "imagesPriced",
  "imagesAccepted",
  "imagesJudged",
  "unpricedCalls",
  "unboundedCalls",
  "billingUnknownCalls",
] as const;

/** The totals of disjoint groups together. */
function addTotals(parts: readonly SeriesTotals[]): SeriesTotals {
  const amounts = Object.fromEntries(
    AMOUNTS.map((name) => [name, String(parts.reduce((sum, part) => sum + BigInt(part[name]), 0n))]),
  ) as Record<(typeof AMOUNTS)[number], string>;
  const counts = Object.fromEntries(
    COUNTS.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]),
  ) as Record<(typeof COUNTS)[number], number>;
  return {
    ...amounts,
    ...counts,
    costPerDeliveredImageNanoUsd:
      counts.imagesPriced === 0
        ? null
        : String(divideHalfEven(BigInt(amounts.costNanoUsd), BigInt(counts.imagesPriced))),
  };
}

/** The rows that are to be seen, each with how deep it lies. A toggled row is open if it was not at first. */
export function visibleRows(
  rows: readonly GroupRow[],
  toggled: ReadonlySet<string>,
  depth = 0,
): { row: GroupRow; depth: number; isOpen: boolean }[] {
  return rows.flatMap((row) => {
    const isOpen = row.rows.length > 0 && toggled.has(row.id) !== row.isOpenAtFirst;
    return [{ row, depth, isOpen }, ...(isOpen ? visibleRows(row.rows, toggled, depth + 1) : [])];
  });
}
