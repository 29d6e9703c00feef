import "server-only";
import { tagKeyOf } from "@/lib/contracts/tag-filter";
import type { UsageGrouping, UsageSeriesQuery } from "@/lib/contracts/usage";
import { prepareUsageTable } from "@/lib/reports";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { type LoadedSeries, loadSeries } from "@/lib/server/usage/load-series";
import type { SeriesPointRow } from "@/lib/server/usage/series-rows";
import {
  ALL_SUMS,
  costPerImage,
  readUsageSums,
  type UsageSums,
  type UsageSumsRow,
} from "@/lib/server/usage/usage-sums";
import { addUsageSums } from "./add-usage-sums";
import { csvResponse } from "./csv-response";

const PERIOD_COLUMNS = { day: "date", week: "week", month: "month" } as const;

/** The sums of a filter's calls by day, week or month, in the groups that the same series shows, as a file. */
export async function exportUsage(workspace: WorkspaceRow, query: UsageSeriesQuery): Promise<Response> {
  const series = await inWorkspace(workspace.id, (tx) => loadSeries(tx, workspace.id, query, ALL_SUMS));
  const { groupBy, thenBy } = series.query;
  const isCompared = series.previous !== null;
  const rows = prepareUsageTable({
    periodColumn: PERIOD_COLUMNS[query.interval],
    groupColumns: [...groupColumns(groupBy), ...groupColumns(thenBy)],
    rows: pointPairs(series.points).map(({ period, rank, now, before }) => ({
      period,
      group: groupCells(series, rank),
      ...tableSums(now, before, isCompared),
    })),
    total: tableSums(
      series.groups.flatMap(({ now }) => now),
      series.groups.flatMap(({ before }) => before),
      isCompared,
    ),
  });
  return csvResponse(`pixelcast-${workspace.slug}-usage-${query.from}-to-${query.to}.csv`, rows);
}

type PointRow = SeriesPointRow<keyof UsageSums>;

interface PointPair {
  period: string;
  rank: number;
  now: PointRow[];
  before: PointRow[];
}

/** The sums of each period and group, beside those of the span before; the rest of the groups comes last. */
function pointPairs(rows: readonly PointRow[]): PointPair[] {
  const pairs = new Map<string, PointPair>();
  for (const row of rows) {
    if (row.rank === null) continue;
    const id = `${row.period} ${row.rank}`;
    const pair = pairs.get(id) ?? { period: row.period, rank: row.rank, now: [], before: [] };
    pairs.set(id, pair);
    (row.isPrevious ? pair.before : pair.now).push(row);
  }
  const place = ({ rank }: PointPair) => (rank === 0 ? Infinity : rank);
  return [...pairs.values()].sort(
    (a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0) || place(a) - place(b),
  );
}

type SummedRow = UsageSumsRow & { failedCalls: string };

function tableSums(now: readonly SummedRow[], before: readonly SummedRow[], isCompared: boolean) {
  return { ...sideSums(now), previous: isCompared ? sideSums(before) : null };
}

function sideSums(rows: readonly SummedRow[]) {
  const sums = addUsageSums(rows.map(readUsageSums));
  return {
    ...sums,
    failedCalls: rows.reduce((count, row) => count + Number(row.failedCalls), 0),
    costPerImageNanoUsd: costPerImage(sums),
  };
}

function groupColumns(dimension: UsageGrouping | undefined): string[] {
  if (dimension === undefined) return [];
  if (dimension === "workflow") return ["workflow", "workflow_name"];
  return [COLUMN_NAMES[dimension] ?? dimension];
}

const COLUMN_NAMES: Partial<Record<UsageGrouping, string>> = {
  costBasis: "cost_basis",
  unpricedReason: "unpriced_reason",
};

/** The values of a group, under the columns of its dimensions; the rest of the groups is named in the first. */
function groupCells({ query, groups }: LoadedSeries<keyof UsageSums>, rank: number): (string | null)[] {
  const { groupBy, thenBy } = query;
  const group = rank === 0 ? undefined : groups.find((each) => each.rank === rank);
  const other = `Other (${groups.filter(({ isOther }) => isOther).length})`;
  const cells = (dimension: UsageGrouping | undefined, key: string | null, label: string | null) => {
    if (dimension === undefined) return [];
    if (dimension === "workflow") return [key, label];
    // A tag's value stands in its own words and not in those of filters.
    const isWorded = !group || (tagKeyOf(dimension) !== null && key !== null);
    return [isWorded ? label : key];
  };
  return [
    ...cells(groupBy, group?.key ?? null, group ? group.label : other),
    ...cells(thenBy, group?.thenKey ?? null, group ? group.thenLabel : null),
  ];
}
