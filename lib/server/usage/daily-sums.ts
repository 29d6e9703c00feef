import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { DAILY_KEYS, DAILY_LATEST, DAILY_SUMS } from "./daily-columns";

const KEYS = Object.keys(DAILY_KEYS);
const SUMS = Object.keys(DAILY_SUMS);
const LATEST = Object.keys(DAILY_LATEST);

const selected = [DAILY_KEYS, DAILY_SUMS, DAILY_LATEST]
  .flatMap((columns) => Object.entries(columns))
  .map(([column, expression]) => `${expression} AS ${column}`);

/**
 * The rows of usage_daily that calls make, without the workspace: `calls` is whatever may stand after FROM. The id is a
 * hash of the key, in JSON because there NULL and an empty text differ.
 */
export function dailySums(calls: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT md5(jsonb_build_array(${Prisma.raw(KEYS.join(", "))})::text) AS id, daily.*
    FROM (
      SELECT ${Prisma.raw(selected.join(", "))}
      FROM ${calls} AS logged
      GROUP BY ${Prisma.raw(KEYS.map((_, index) => index + 1).join(", "))}
    ) AS daily`;
}

const columns = ["id", ...KEYS, ...SUMS, ...LATEST].join(", ");

const additions = [
  ...SUMS.map((column) => `${column} = daily.${column} + EXCLUDED.${column}`),
  ...LATEST.map((column) => `${column} = greatest(daily.${column}, EXCLUDED.${column})`),
];

/** The statement that adds calls to usage_daily. In the order of ids, so that two of them never wait for one another. */
export function addToDaily(workspaceId: string, calls: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO usage_daily AS daily (workspace_id, ${Prisma.raw(columns)})
    SELECT ${workspaceId}, ${Prisma.raw(columns)} FROM (${dailySums(calls)}) AS added ORDER BY id
    ON CONFLICT (workspace_id, id) DO UPDATE SET ${Prisma.raw(additions.join(", "))}`;
}
