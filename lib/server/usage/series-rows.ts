import "server-only";
import type { UsageSeriesQuery } from "@/lib/contracts/usage";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import type { Measure, PreviousSpan } from "@/lib/usage";
import { callConditions } from "./call-conditions";
import { DIMENSION_COLUMNS } from "./dimension-columns";
import { SUMS_OF_SUMS, USAGE_PART_SUMS, type UsageSumsRow } from "./usage-sums";

/** What one row of the series sums up: a group or a period, of the span or of the one before. */
export interface SeriesRow extends UsageSumsRow {
  failedCalls: string;
  kind: "point" | "group" | "period" | "total";
  isPrevious: boolean;
  /** The group's place, from 1; 0 for the groups beyond the top. Of a group itself, also beyond it. */
  rank: number | null;
  isOther: boolean | null;
  key: string | null;
  thenKey: string | null;
  period: string | null;
}

const WEIGHTS: Readonly<Record<Measure, Prisma.Sql>> = {
  cost: Prisma.sql`"costNanoUsd"`,
  costPerImage: Prisma.sql`"costNanoUsd"`,
  images: Prisma.sql`"imagesDelivered"`,
  calls: Prisma.sql`"calls"`,
  errorRate: Prisma.sql`"failedCalls"`,
  paidLosses: Prisma.sql`"paidLossNanoUsd"`,
};

/** The first day of the period that a day is in. Texts are made of the few periods, not of the many days. */
const PERIODS: Readonly<Record<UsageSeriesQuery["interval"], Prisma.Sql>> = {
  day: Prisma.sql`day`,
  week: Prisma.sql`day - (extract(isodow FROM day)::integer - 1)`,
  month: Prisma.sql`day - (extract(day FROM day)::integer - 1)`,
};

const FAILED = Prisma.sql`
  COALESCE(sum(logged.calls) FILTER (WHERE logged.outcome IN ('failed', 'timed_out')), 0)::bigint`;

/** Two keys as texts that can be compared, as nothing can with NULL. */
const sameKeys = Prisma.sql`
  COALESCE('=' || summed.key, '') = COALESCE('=' || ranked.key, '')
  AND COALESCE('=' || summed.then_key, '') = COALESCE('=' || ranked.then_key, '')`;

/**
 * The sums of a series in one statement, so that points, groups and totals agree. Days of the span before count in the
 * periods that they are compared with. The groups are ranked by the span itself.
 */
export async function readSeriesRows(
  tx: Transaction,
  workspaceId: string,
  query: UsageSeriesQuery,
  previous: PreviousSpan | null,
): Promise<SeriesRow[]> {
  const { groupBy, thenBy, interval, measure = "cost", top, compare: _, ...filter } = query;
  const none = Prisma.sql`NULL::text`;
  const key = groupBy === undefined ? none : DIMENSION_COLUMNS[groupBy];
  const thenKey = thenBy === undefined ? none : DIMENSION_COLUMNS[thenBy];
  const day =
    previous === null
      ? Prisma.sql`logged.local_date`
      : Prisma.sql`CASE WHEN logged.local_date >= ${query.from}::date THEN logged.local_date
          ELSE (logged.local_date + ${shiftInterval(previous.shift)})::date END`;
  // The workspace's policy makes PostgreSQL expect few rows: it would compare every group with every other, and sort
  // every row by its names before it sums them up.
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
  await tx.$executeRaw`SET LOCAL enable_sort = off`;
  await tx.$executeRaw`SET LOCAL enable_incremental_sort = off`;
  return tx.$queryRaw<SeriesRow[]>`
    WITH summed AS MATERIALIZED (
      SELECT is_previous, key, then_key, ${PERIODS[interval]} AS period, ${USAGE_PART_SUMS},
        ${FAILED} AS "failedCalls"
      FROM (
        SELECT logged.*, ${key} AS key, ${thenKey} AS then_key, ${day} AS day,
          logged.local_date < ${query.from}::date AS is_previous
        FROM usage_daily AS logged
        WHERE ${callConditions(workspaceId, { ...filter, from: previous?.from ?? filter.from }, "usage_daily")}
      ) AS logged
      GROUP BY 1, 2, 3, 4
    ), ranked AS (
      SELECT key, then_key, row_number() OVER (
        ORDER BY weight DESC, cost DESC, calls DESC, key COLLATE "C" NULLS LAST, then_key COLLATE "C" NULLS LAST
      )::integer AS rank
      FROM (
        SELECT key, then_key,
          COALESCE(sum(${WEIGHTS[measure]}) FILTER (WHERE NOT is_previous), 0) AS weight,
          COALESCE(sum("costNanoUsd") FILTER (WHERE NOT is_previous), 0) AS cost,
          COALESCE(sum("calls") FILTER (WHERE NOT is_previous), 0) AS calls
        FROM summed GROUP BY key, then_key
      ) AS weighed
    ), placed AS (
      SELECT summed.*, ranked.rank, CASE WHEN ranked.rank <= ${top ?? null}::integer
          OR ${top ?? null}::integer IS NULL THEN ranked.rank ELSE 0 END AS place
      FROM summed JOIN ranked ON ${sameKeys}
    )
    SELECT CASE GROUPING(rank, place, period) WHEN 1 THEN 'group' WHEN 4 THEN 'point' WHEN 6 THEN 'period'
        ELSE 'total' END AS "kind",
      is_previous AS "isPrevious", COALESCE(rank, place) AS "rank", place = 0 AS "isOther",
      key AS "key", then_key AS "thenKey", to_char(period, ${interval === "month" ? "YYYY-MM" : "YYYY-MM-DD"}) AS "period",
      ${SUMS_OF_SUMS}, COALESCE(sum(summed."failedCalls"), 0)::text AS "failedCalls"
    FROM placed AS summed
    GROUP BY GROUPING SETS ((is_previous, place, period), (is_previous, rank, place, key, then_key),
      (is_previous, period), (is_previous))
    ORDER BY "kind", "rank", period`;
}

function shiftInterval(shift: PreviousSpan["shift"]): Prisma.Sql {
  return "days" in shift
    ? Prisma.sql`make_interval(days => ${shift.days}::integer)`
    : Prisma.sql`make_interval(months => ${shift.months}::integer)`;
}
