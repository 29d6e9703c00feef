import "server-only";
import type { SeriesTotals, UsageSeries, UsageSeriesQuery } from "@/lib/contracts/usage";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { addUsageSums } from "@/lib/server/reports/add-usage-sums";
import { type LoadedGroup, loadSeries } from "./load-series";
import { POINT_SUMS, type SeriesGroupRow, type SeriesPointRow } from "./series-rows";
import { readUsageSums, toUsageTotals } from "./usage-sums";

/**
 * What calls cost by day, week or month, in groups of one or two dimensions, the greatest first. Periods without calls
 * are left out: they are gaps. Everything is summed by the database in one query, so that points, groups and total
 * agree.
 */
export function getUsageSeries(
  workspace: { id: string; timeZone: string },
  query: UsageSeriesQuery,
): Promise<UsageSeries> {
  return inWorkspace(workspace.id, async (tx) => {
    const { points: rows, groups, previous } = await loadSeries(tx, workspace.id, query, POINT_SUMS);
    const points = byRank(rows.filter(({ isPrevious }) => !isPrevious));
    const find = (rank: number | null) => points.get(rank) ?? [];
    const toGroup = ({ key, label, thenKey, thenLabel, now, before }: LoadedGroup) => ({
      key,
      label,
      thenKey,
      thenLabel,
      totals: addTotals(now),
      previous: previous && addTotals(before),
    });
    const shown = groups.filter(({ isOther }) => !isOther);
    const rest = groups.filter(({ isOther }) => isOther);
    return {
      timeZone: workspace.timeZone,
      from: query.from,
      to: query.to,
      interval: query.interval,
      groups: shown.map((group) => ({
        ...toGroup(group),
        points: find(group.rank).map(toPoint),
      })),
      other:
        rest.length === 0
          ? null
          : {
              groups: rest.map(toGroup),
              totals: addTotals(rest.flatMap(({ now }) => now)),
              previous: previous && addTotals(rest.flatMap(({ before }) => before)),
              points: find(BEYOND_THE_TOP).map(toPoint),
            },
      totals: addTotals(groups.flatMap(({ now }) => now)),
      points: find(null).map(toPoint),
      previous: previous && {
        from: previous.from,
        to: previous.to,
        totals: addTotals(groups.flatMap(({ before }) => before)),
        points: rows.filter(({ isPrevious, rank }) => isPrevious && rank === null).map(toPoint),
      },
    };
  });
}

const BEYOND_THE_TOP = 0;

type PointRow = SeriesPointRow<(typeof POINT_SUMS)[number]>;

function byRank(rows: readonly PointRow[]): Map<number | null, PointRow[]> {
  const groups = new Map<number | null, PointRow[]>();
  for (const row of rows) {
    const group = groups.get(row.rank);
    if (group) group.push(row);
    else groups.set(row.rank, [row]);
  }
  return groups;
}

function toPoint(row: PointRow): UsageSeries["points"][number] {
  return {
    period: row.period,
    costNanoUsd: row.costNanoUsd,
    paidLossNanoUsd: row.paidLossNanoUsd,
    calls: Number(row.calls),
    failedCalls: Number(row.failedCalls),
    imagesDelivered: Number(row.imagesDelivered),
    imagesPriced: Number(row.imagesPriced),
    unpricedCalls: Number(row.unpricedCalls),
  };
}

/** The totals of disjoint rows together; of none they are zero. */
function addTotals(rows: readonly SeriesGroupRow[]): SeriesTotals {
  const sums = addUsageSums(rows.map(readUsageSums));
  return {
    ...toUsageTotals(sums),
    failedCalls: rows.reduce((count, row) => count + Number(row.failedCalls), 0),
    imagesPriced: sums.imagesPriced,
  };
}
