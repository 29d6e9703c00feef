import "server-only";
import type { UsageSeriesQuery } from "@/lib/contracts/usage";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { requireTrackedTag } from "@/lib/server/tags/require-tracked-tag";
import { previousSpan, type PreviousSpan } from "@/lib/usage";
import { nameSeriesGroups } from "./name-series-groups";
import { readSeriesRows, type SeriesGroupRow, type SeriesPointRow } from "./series-rows";
import type { UsageSums } from "./usage-sums";

/** A group with its rows: the sums of the span, and of the one before. Either may be missing, never both. */
export interface LoadedGroup {
  rank: number;
  /** Beyond the top. */
  isOther: boolean;
  key: string | null;
  label: string;
  thenKey: string | null;
  thenLabel: string | null;
  now: SeriesGroupRow[];
  before: SeriesGroupRow[];
}

export interface LoadedSeries<Sum extends keyof UsageSums> {
  query: UsageSeriesQuery;
  points: SeriesPointRow<Sum>[];
  /** In their order. */
  groups: LoadedGroup[];
  previous: PreviousSpan | null;
}

/** The sums of a series, of its points those that are asked for, with its groups named. */
export async function loadSeries<Sum extends keyof UsageSums>(
  tx: Transaction,
  workspaceId: string,
  asked: UsageSeriesQuery,
  pointSums: readonly Sum[],
): Promise<LoadedSeries<Sum>> {
  const query = withoutIdleGrouping(asked);
  await requireTrackedTag(tx, workspaceId, query);
  const { from, to, interval } = query;
  const previous = query.compare === undefined || from > to ? null : previousSpan({ from, to }, interval);
  const { groups: rows, points } = await readSeriesRows(tx, workspaceId, query, previous, pointSums);
  const groups = await nameSeriesGroups(tx, workspaceId, query, readGroups(rows));
  return { query, points, groups, previous };
}

function withoutIdleGrouping({ thenBy, ...query }: UsageSeriesQuery): UsageSeriesQuery {
  return query.groupBy === undefined || thenBy === undefined || thenBy === query.groupBy
    ? query
    : { ...query, thenBy };
}

function readGroups(rows: readonly SeriesGroupRow[]): Omit<LoadedGroup, "label" | "thenLabel">[] {
  const groups = new Map<number, Omit<LoadedGroup, "label" | "thenLabel">>();
  for (const row of rows) {
    const { rank, isOther, key, thenKey } = row;
    const group = groups.get(rank) ?? { rank, isOther, key, thenKey, now: [], before: [] };
    groups.set(rank, group);
    (row.isPrevious ? group.before : group.now).push(row);
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank);
}
