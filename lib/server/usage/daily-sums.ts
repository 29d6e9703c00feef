import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { DAILY_KEYS, DAILY_LATEST, DAILY_SUMS } from "./daily-columns";

const KEYS = Object.keys(DAILY_KEYS);
const SUMS = Object.keys(DAILY_SUMS);
const LATEST = Object.keys(DAILY_LATEST);

const columns = ["id", ...KEYS, ...SUMS, ...LATEST].join(", ");
const positions = KEYS.map((_, index) => index + 1).join(", ");

/** The id of a row is a hash of its key, in JSON because there NULL and an empty text differ. */
const id = `md5(jsonb_build_array(${KEYS.join(", ")})::text) AS id`;

const ofCalls = [DAILY_KEYS, DAILY_SUMS, DAILY_LATEST]
  .flatMap((expressions) => Object.entries(expressions))
  .map(([column, expression]) => `${expression} AS ${column}`);

const ofDays = [
  ...KEYS.map((key) => (key === "local_date" ? `date_trunc('month', local_date)::date AS ${key}` : key)),
  ...SUMS.map((column) => `sum(${column}) AS ${column}`),
  ...LATEST.map((column) => `max(${column}) AS ${column}`),
];

/** The rows of usage_daily that calls make, without the workspace: `calls` is whatever may stand after FROM. */
export function dailySums(calls: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${Prisma.raw(id)}, daily.*
    FROM (SELECT ${Prisma.raw(ofCalls.join(", "))} FROM ${calls} AS logged GROUP BY ${Prisma.raw(positions)}) AS daily`;
}

/** The rows of usage_monthly that rows of usage_daily make, likewise. A month is under its first day. */
export function monthlySums(days: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${Prisma.raw(id)}, monthly.*
    FROM (SELECT ${Prisma.raw(ofDays.join(", "))} FROM ${days} AS daily GROUP BY ${Prisma.raw(positions)}) AS monthly`;
}

const additions = [
  ...SUMS.map((column) => `${column} = present.${column} + EXCLUDED.${column}`),
  ...LATEST.map((column) => `${column} = greatest(present.${column}, EXCLUDED.${column})`),
];

/** Day by day, as they are read; and always in the same order, so that two statements never wait for one another. */
function add(table: "usage_daily" | "usage_monthly", workspaceId: string, sums: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} AS present (workspace_id, ${Prisma.raw(columns)})
    SELECT ${workspaceId}, ${Prisma.raw(columns)} FROM ${sums} AS added ORDER BY local_date, id
    ON CONFLICT (workspace_id, id) DO UPDATE SET ${Prisma.raw(additions.join(", "))}`;
}

/** The parts of a WITH that add calls to their days and months. */
export function addToSums(workspaceId: string, calls: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    sums AS MATERIALIZED (${dailySums(calls)}),
    added_days AS (${add("usage_daily", workspaceId, Prisma.sql`sums`)}),
    added_months AS (${add("usage_monthly", workspaceId, Prisma.sql`(${monthlySums(Prisma.sql`sums`)})`)})`;
}

/** The statement that adds calls to their days, while the months are left as they are. */
export function addToDays(workspaceId: string, calls: Prisma.Sql): Prisma.Sql {
  return add("usage_daily", workspaceId, Prisma.sql`(${dailySums(calls)})`);
}

/** The statement that adds days to their months. */
export function addToMonths(workspaceId: string, days: Prisma.Sql): Prisma.Sql {
  return add("usage_monthly", workspaceId, Prisma.sql`(${monthlySums(days)})`);
}
