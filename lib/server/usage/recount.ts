import "server-only";
import type { Recount } from "@/lib/contracts/usage";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { DAILY_LATEST, DAILY_SUMS } from "./daily-columns";
import { dailySums, monthlySums } from "./daily-sums";
import { findKeptFrom, keptFrom } from "./kept-calls";
import { taggedCalls } from "./tagged-calls";

/** A recount reads every call. */
const TIMEOUT_MS = 10 * 60 * 1000;

/** More would only repeat what the first ones say. */
const MAX_DIFFERENCES = 1000;

const figures = [...Object.keys(DAILY_SUMS), ...Object.keys(DAILY_LATEST)]
  .map((name) => `('${name}', rollup.${name}::text, recount.${name}::text)`)
  .join(", ");

/**
 * Sums up all calls again and compares every figure of every row with the daily sums, of tags too, these with the
 * monthly ones, and the day of every call with the day in the workspace's time zone. All is read at one moment, so that
 * calls which arrive meanwhile do not matter. Days whose single calls are gone are left out of what is counted again.
 */
export function recountWorkspace(workspaceId: string): Promise<Recount> {
  return inWorkspace(
    workspaceId,
    async (tx) => {
      const [counts] = await tx.$queryRaw<{ rollupRows: bigint; calls: bigint }[]>`
        SELECT (SELECT count(*) FROM ${keptRows("usage_daily", workspaceId)}) AS "rollupRows",
          (SELECT count(*) FROM ${keptRows("call", workspaceId)}) AS calls`;
      const differences = await tx.$queryRaw<Recount["differences"]>`
        SELECT "localDate", measure, rollup, recount
        FROM (
          ${wrongSums(workspaceId)} UNION ALL ${wrongMonths(workspaceId)} UNION ALL ${wrongTagSums(workspaceId)}
          UNION ALL ${wrongDays(workspaceId)}
        ) AS difference
        ORDER BY "localDate", measure LIMIT ${MAX_DIFFERENCES}`;
      return {
        rollupRows: Number(counts?.rollupRows ?? 0),
        calls: Number(counts?.calls ?? 0),
        keptFrom: await findKeptFrom(tx, workspaceId),
        differences,
      };
    },
    { isolationLevel: "RepeatableRead", timeoutMs: TIMEOUT_MS },
  );
}

/** The rows of the days whose single calls are all there. */
function keptRows(table: "call" | "usage_daily" | "usage_daily_tag", workspaceId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT * FROM ${Prisma.raw(table)}
    WHERE workspace_id = ${workspaceId} AND local_date >= ${keptFrom(workspaceId)}) AS kept`;
}

function wrongSums(workspaceId: string): Prisma.Sql {
  return differences(
    Prisma.sql`SELECT * FROM ${keptRows("usage_daily", workspaceId)}`,
    dailySums(keptCalls(workspaceId)),
    Prisma.sql`figure.measure`,
  );
}

function wrongMonths(workspaceId: string): Prisma.Sql {
  return differences(
    Prisma.sql`SELECT * FROM usage_monthly WHERE workspace_id = ${workspaceId}`,
    monthlySums(Prisma.sql`(SELECT * FROM usage_daily WHERE workspace_id = ${workspaceId})`),
    Prisma.sql`figure.measure || ' by month'`,
  );
}

/** The same for the sums of tags, on the days on which they are complete. */
function wrongTagSums(workspaceId: string): Prisma.Sql {
  const counted = (rows: Prisma.Sql) => Prisma.sql`
    SELECT summed.* FROM (${rows}) AS summed
    JOIN tracked_tag AS tracked ON tracked.workspace_id = ${workspaceId} AND tracked.key = summed.tag_key
    WHERE summed.local_date >= tracked.counted_from`;
  return differences(
    counted(Prisma.sql`SELECT * FROM ${keptRows("usage_daily_tag", workspaceId)}`),
    counted(dailySums(taggedCalls(workspaceId, keptCalls(workspaceId)), "usage_daily_tag")),
    Prisma.sql`figure.measure || ' by tag ' || COALESCE(rollup.tag_key, recount.tag_key)`,
  );
}

function keptCalls(workspaceId: string): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM ${keptRows("call", workspaceId)})`;
}

function differences(rollup: Prisma.Sql, recount: Prisma.Sql, measure: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT COALESCE(rollup.local_date, recount.local_date)::text AS "localDate", ${measure} AS measure,
      COALESCE(figure.rollup, '0') AS rollup, COALESCE(figure.recount, '0') AS recount
    FROM (${rollup}) AS rollup
    FULL JOIN (${recount}) AS recount ON recount.id = rollup.id
    CROSS JOIN LATERAL (VALUES ${Prisma.raw(figures)}) AS figure (measure, rollup, recount)
    WHERE figure.rollup IS DISTINCT FROM figure.recount`;
}

/** Calls that stand under another day than their moment falls on. */
function wrongDays(workspaceId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT local_date::text, 'calls_of_another_day', count(*)::text, '0'
    FROM ${keptRows("call", workspaceId)}
    WHERE local_date <> (
      occurred_at AT TIME ZONE (SELECT time_zone FROM workspace WHERE id = ${workspaceId}))::date
    GROUP BY local_date`;
}
