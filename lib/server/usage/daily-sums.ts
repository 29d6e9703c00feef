import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { DAILY_KEYS, DAILY_LATEST, DAILY_SUMS, TAG_KEYS } from "./daily-columns";

/** What the tables of sums keep apart: of all calls, by day and by month, and of those with a tracked tag, by its value. */
const TABLES = {
  usage_daily: DAILY_KEYS,
  usage_monthly: DAILY_KEYS,
  usage_daily_tag: { ...TAG_KEYS, ...DAILY_KEYS },
} as const;
type SumsTable = keyof typeof TABLES;

const SUMS = Object.keys(DAILY_SUMS);
const LATEST = Object.keys(DAILY_LATEST);

/**
 * Rows of a table of sums, without the workspace, from what may stand after FROM. The id of a row is a hash of its key, in
 * JSON because there NULL and an empty text differ.
 */
function sumUp(
  table: SumsTable,
  expressions: Readonly<Record<string, string>>,
  from: Prisma.Sql,
): Prisma.Sql {
  const keys = Object.keys(TABLES[table]);
  const selected = [...keys, ...SUMS, ...LATEST].map((column) => `${expressions[column]} AS ${column}`);
  return Prisma.sql`
    SELECT md5(jsonb_build_array(${Prisma.raw(keys.join(", "))})::text) AS id, summed.*
    FROM (
      SELECT ${Prisma.raw(selected.join(", "))}
      FROM ${from} AS logged
      GROUP BY ${Prisma.raw(keys.map((_, index) => index + 1).join(", "))}
    ) AS summed`;
}

/** The rows of a table of daily sums that calls make, without the workspace: `calls` is whatever may stand after FROM. */
export function dailySums(
  calls: Prisma.Sql,
  table: Exclude<SumsTable, "usage_monthly"> = "usage_daily",
): Prisma.Sql {
  return sumUp(table, { ...TABLES[table], ...DAILY_SUMS, ...DAILY_LATEST }, calls);
}

const OF_DAYS = {
  ...Object.fromEntries(Object.keys(DAILY_KEYS).map((key) => [key, `logged.${key}`])),
  local_date: "date_trunc('month', logged.local_date)::date",
  ...Object.fromEntries(SUMS.map((column) => [column, `sum(logged.${column})`])),
  ...Object.fromEntries(LATEST.map((column) => [column, `max(logged.${column})`])),
};

/** The rows of usage_monthly that rows of usage_daily make, likewise. A month is under its first day. */
export function monthlySums(days: Prisma.Sql): Prisma.Sql {
  return sumUp("usage_monthly", OF_DAYS, days);
}

const additions = [
  ...SUMS.map((column) => `${column} = present.${column} + EXCLUDED.${column}`),
  ...LATEST.map((column) => `${column} = greatest(present.${column}, EXCLUDED.${column})`),
];

/** Day by day, as they are read; and always in the same order, so that two statements never wait for one another. */
function add(table: SumsTable, workspaceId: string, sums: Prisma.Sql): Prisma.Sql {
  const columns = Prisma.raw(["id", ...Object.keys(TABLES[table]), ...SUMS, ...LATEST].join(", "));
  return Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} AS present (workspace_id, ${columns})
    SELECT ${workspaceId}, ${columns} FROM ${sums} AS added ORDER BY local_date, id
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

/** The statement that adds tagged calls to the sums of their tags. */
export function addToTags(workspaceId: string, calls: Prisma.Sql): Prisma.Sql {
  return add("usage_daily_tag", workspaceId, Prisma.sql`(${dailySums(calls, "usage_daily_tag")})`);
}
