import "server-only";
import type { UsageSeriesQuery } from "@/lib/contracts/usage";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { previousSpan, type PreviousSpan } from "@/lib/usage";
import { nameSeriesGroups } from "./name-series-groups";
import { readSeriesRows, type SeriesRow } from "./series-rows";

/** A group with its rows: the sums of the span, and of the one before. Either may be missing, never both. */
export interface LoadedGroup {
  rank: number;
  /** Beyond the top. */
  isOther: boolean;
  key: string | null;
  label: string;
  thenKey: string | null;
  thenLabel: string | null;
  now: SeriesRow[];
  before: SeriesRow[];
}

export interface LoadedSeries {
  query: UsageSeriesQuery;
  rows: SeriesRow[];
  /** In their order. */
  groups: LoadedGroup[];
  previous: PreviousSpan | null;
}

/** The sums of a series with its groups named. */
export async function loadSeries(
  tx: Transaction,
  workspaceId: string,
  asked: UsageSeriesQuery,
): Promise<LoadedSeries> {
  const query = withoutIdleGrouping(asked);
  const { from, to, interval } = query;
  const previous = query.compare === undefined || from > to ? null : previousSpan({ from, to }, interval);
  const rows = await readSeriesRows(tx, workspaceId, query, previous);
  return { query, rows, groups: await nameSeriesGroups(tx, workspaceId, query, readGroups(rows)), previous };
}

function withoutIdleGrouping({ thenBy, ...query }: UsageSeriesQuery): UsageSeriesQuery {
  return query.groupBy === undefined || thenBy === undefined || thenBy === query.groupBy
    ? query
    : { ...query, thenBy };
}

function readGroups(rows: readonly SeriesRow[]): Omit<LoadedGroup, "label" | "thenLabel">[] {
  const groups = new Map<number, Omit<LoadedGroup, "label" | "thenLabel">>();
  for (const row of rows) {
    if (row.kind !== "group" || row.rank === null) continue;
    const { rank, key, thenKey } = row;
    const group = groups.get(rank) ?? {
      rank,
      isOther: row.isOther === true,
      key,
      thenKey,
      now: [],
      before: [],
    };
    groups.set(rank, group);
    (row.isPrevious ? group.before : group.now).push(row);
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank);
}
