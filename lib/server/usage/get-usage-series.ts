import "server-only";
import type { z } from "zod";
import type { UsageSeries, usageSeriesQuerySchema } from "@/lib/contracts/usage";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { callConditions } from "./call-conditions";
import { DIMENSION_COLUMNS } from "./dimension-columns";
import { nameGroups } from "./name-groups";
import { readUsageSums, toUsageTotals, USAGE_SUMS, type UsageSums, type UsageSumsRow } from "./usage-sums";

interface Row extends UsageSumsRow {
  key: string | null;
  /** Null in the rows that sum up all periods. */
  period: string | null;
  isTotal: boolean;
}

interface Group {
  key: string | null;
  sums: UsageSums;
  points: UsageSeries["groups"][number]["points"];
}

/**
 * What calls cost by day or month, in groups of one dimension, dearest first. Periods without calls are left out: they
 * are gaps. Everything is summed by the database in one query, so that points, groups and total agree.
 */
export function getUsageSeries(
  workspace: { id: string; timeZone: string },
  query: z.output<typeof usageSeriesQuerySchema>,
): Promise<UsageSeries> {
  const { groupBy, interval, ...filter } = query;
  const key = groupBy === undefined ? Prisma.sql`NULL::text` : DIMENSION_COLUMNS[groupBy];
  const format = interval === "day" ? "YYYY-MM-DD" : "YYYY-MM";
  return inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT group_key AS "key", group_period AS "period", GROUPING(group_key) = 1 AS "isTotal", ${USAGE_SUMS}
      FROM (
        SELECT logged.*, ${key} AS group_key, to_char(logged.local_date, ${format}) AS group_period
        FROM usage_daily AS logged WHERE ${callConditions(workspace.id, filter)}
      ) AS logged
      GROUP BY GROUPING SETS ((group_key, group_period), (group_key), ())
      ORDER BY group_period NULLS FIRST`;

    const groups = new Map<string | null, Group>();
    let totals: UsageSums | undefined;
    for (const row of rows) {
      const sums = readUsageSums(row);
      if (row.isTotal) totals = sums;
      else if (row.period === null) groups.set(row.key, { key: row.key, sums, points: [] });
      else groups.get(row.key)?.points.push(toPoint(row.period, sums));
    }
    if (totals === undefined) throw new Error("The empty grouping set always has one row.");

    const named = await nameGroups(tx, workspace.id, groupBy, [...groups.values()].sort(dearestFirst));
    return {
      timeZone: workspace.timeZone,
      from: query.from,
      to: query.to,
      interval,
      groups: named.map(({ sums, ...group }) => ({ ...group, totals: toUsageTotals(sums) })),
      totals: toUsageTotals(totals),
    };
  });
}

function toPoint(period: string, sums: UsageSums): Group["points"][number] {
  return {
    period,
    costNanoUsd: String(sums.costNanoUsd),
    calls: sums.calls,
    imagesDelivered: sums.imagesDelivered,
    unpricedCalls: sums.unpricedCalls,
  };
}

function dearestFirst({ key: keyA, sums: a }: Group, { key: keyB, sums: b }: Group): number {
  if (a.costNanoUsd !== b.costNanoUsd) return a.costNanoUsd > b.costNanoUsd ? -1 : 1;
  return b.calls - a.calls || (keyA ?? "").localeCompare(keyB ?? "", "en");
}
