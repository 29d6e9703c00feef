import "server-only";
import type { UsageSeriesQuery } from "@/lib/contracts/usage";
import { askedTagKeys } from "@/lib/contracts/tag-filter";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import type { Measure, PreviousSpan } from "@/lib/usage";
import { groupingColumn } from "./dimension-columns";
import { HAS_CALLS } from "./logged-daily";
import { loggedDays, loggedSums } from "./logged-sums";
import { ALL_SUMS, partSums, sumsOfSums, type UsageSums, type UsageSumsRow } from "./usage-sums";

/** What each side of a comparison sums up. */
interface SideRow {
  isPrevious: boolean;
  failedCalls: string;
}

/** A group, by its place from 1, also beyond the top. */
export interface SeriesGroupRow extends SideRow, UsageSumsRow {
  rank: number;
  isOther: boolean;
  key: string | null;
  thenKey: string | null;
}

/** A period, of a group, of those beyond the top together at place 0, or of all calls where the place is null. */
export type SeriesPointRow<Sum extends keyof UsageSums> = SideRow &
  Record<Sum, string> & { rank: number | null; period: string };

export interface SeriesRows<Sum extends keyof UsageSums> {
  groups: SeriesGroupRow[];
  points: SeriesPointRow<Sum>[];
}

/** What a chart shows of a period. */
export const POINT_SUMS = [
  "costNanoUsd",
  "paidLossNanoUsd",
  "calls",
  "imagesDelivered",
  "imagesPriced",
  "unpricedCalls",
] as const satisfies (keyof UsageSums)[];

const WEIGHTS: Readonly<Record<Measure, Prisma.Sql>> = {
  cost: Prisma.sql`"costNanoUsd"`,
  costPerImage: Prisma.sql`"costNanoUsd"`,
  images: Prisma.sql`"imagesDelivered"`,
  calls: Prisma.sql`"calls"`,
  errorRate: Prisma.sql`"failedCalls"`,
  paidLosses: Prisma.sql`"paidLossNanoUsd"`,
};

/** The first day of the period that a day is in, by what is fast to compute for very many days. The year 1 began on a Monday. */
const PERIODS: Readonly<Record<UsageSeriesQuery["interval"], Prisma.Sql>> = {
  day: Prisma.sql`day`,
  week: Prisma.sql`day - (day - '0001-01-01'::date) % 7`,
  month: Prisma.sql`date_trunc('month', day)::date`,
};

const FAILED = Prisma.sql`
  COALESCE(sum(logged.calls) FILTER (WHERE logged.outcome IN ('failed', 'timed_out')), 0)::bigint AS "failedCalls"`;
const ALL_FAILED = Prisma.sql`COALESCE(sum(summed."failedCalls"), 0)::text AS "failedCalls"`;

/** Whether keys are the same, in a form that hashes can be made of. */
function sameKey(left: Prisma.Sql, right: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`COALESCE(${left}, '') = COALESCE(${right}, '') AND (${left} IS NULL) = (${right} IS NULL)`;
}

/**
 * The sums of a series in one statement, so that points and groups agree. Days of the span before count in the periods
 * that they are compared with. The groups are ranked by the span itself. Groups are summed from whole months as far as
 * they go, and points as well where months are asked for.
 */
export async function readSeriesRows<Sum extends keyof UsageSums>(
  tx: Transaction,
  workspaceId: string,
  query: UsageSeriesQuery,
  previous: PreviousSpan | null,
  pointSums: readonly Sum[],
): Promise<SeriesRows<Sum>> {
  const { groupBy, thenBy, interval, measure = "cost", top, compare: _, ...filter } = query;
  const none = Prisma.sql`NULL::text`;
  const key = groupBy === undefined ? none : groupingColumn(groupBy);
  const thenKey = thenBy === undefined ? none : groupingColumn(thenBy);
  const before = previous && { ...filter, from: previous.from, to: previous.to };
  const isPrevious = Prisma.sql`logged.local_date < ${query.from}::date`;
  const day =
    previous === null
      ? Prisma.sql`logged.local_date`
      : Prisma.sql`CASE WHEN ${isPrevious} THEN (logged.local_date + ${shiftInterval(previous.shift)})::date
          ELSE logged.local_date END`;
  const [tagKey = null] = askedTagKeys(query);
  const sumsOf = interval === "month" ? loggedSums : loggedDays;
  // Whole months can be shifted by months and not by days.
  const sumsBefore = previous && "months" in previous.shift ? sumsOf : loggedDays;
  const bothOf = (now: Prisma.Sql, then: Prisma.Sql | null) =>
    then === null ? now : Prisma.sql`(SELECT * FROM ${now} AS now UNION ALL SELECT * FROM ${then} AS before)`;
  const place = Prisma.sql`CASE WHEN ${top ?? null}::integer IS NULL OR rank <= ${top ?? null}::integer THEN rank ELSE 0 END`;

  // Thousands of rows are one text each for groups and points: the driver would take longer for their cells than the
  // database for the sums. PostgreSQL expects fewer rows than there are, and would compare every group with every other.
  await tx.$executeRaw`
    SELECT set_config(name, 'off', true)
    FROM unnest(ARRAY['enable_nestloop', 'enable_sort', 'enable_incremental_sort']) AS name`;
  const [row] = await tx.$queryRaw<{ groups: string | null; points: string | null }[]>`
    WITH summed AS MATERIALIZED (
      SELECT ${isPrevious} AS is_previous, ${key} AS key, ${thenKey} AS then_key, ${partSums(ALL_SUMS)}, ${FAILED}
      FROM ${bothOf(loggedSums(workspaceId, filter, tagKey), before && loggedSums(workspaceId, before, tagKey))} AS logged
      GROUP BY 1, 2, 3
      ${HAS_CALLS}
    ), ranked AS MATERIALIZED (
      SELECT key, then_key, rank, ${place} AS place
      FROM (
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
      ) AS numbered
    ), point AS MATERIALIZED (
      SELECT is_previous, place, ${PERIODS[interval]} AS period, ${partSums(pointSums)}, ${FAILED}
      FROM (
        SELECT logged.*, ranked.place, ${day} AS day, ${isPrevious} AS is_previous
        FROM ${bothOf(sumsOf(workspaceId, filter, tagKey), before && sumsBefore(workspaceId, before, tagKey))} AS logged
        JOIN ranked ON ${sameKey(key, Prisma.sql`ranked.key`)} AND ${sameKey(thenKey, Prisma.sql`ranked.then_key`)}
      ) AS logged
      GROUP BY 1, 2, 3
      ${HAS_CALLS}
    )
    SELECT (
      SELECT json_agg(to_json(of_group))::text FROM (
        SELECT is_previous AS "isPrevious", rank, place = 0 AS "isOther", ranked.key, ranked.then_key AS "thenKey",
          ${sumsOfSums(ALL_SUMS)}, ${ALL_FAILED}
        FROM summed
        JOIN ranked ON ${sameKey(Prisma.sql`summed.key`, Prisma.sql`ranked.key`)}
          AND ${sameKey(Prisma.sql`summed.then_key`, Prisma.sql`ranked.then_key`)}
        GROUP BY 1, 2, 3, 4, 5 ORDER BY rank
      ) AS of_group
    ) AS groups, (
      SELECT json_agg(to_json(of_point))::text FROM (
        SELECT is_previous AS "isPrevious", place AS rank,
          to_char(period, ${interval === "month" ? "YYYY-MM" : "YYYY-MM-DD"}) AS period,
          ${sumsOfSums(pointSums)}, ${ALL_FAILED}
        FROM point AS summed
        GROUP BY GROUPING SETS ((is_previous, place, summed.period), (is_previous, summed.period))
        ORDER BY rank, summed.period
      ) AS of_point
    ) AS points`;
  return {
    groups: JSON.parse(row?.groups ?? "[]") as SeriesGroupRow[],
    points: JSON.parse(row?.points ?? "[]") as SeriesPointRow<Sum>[],
  };
}

function shiftInterval(shift: PreviousSpan["shift"]): Prisma.Sql {
  return "days" in shift
    ? Prisma.sql`make_interval(days => ${shift.days}::integer)`
    : Prisma.sql`make_interval(months => ${shift.months}::integer)`;
}
