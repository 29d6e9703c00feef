import "server-only";
import type { UsageDimension, UsageTotals } from "@/lib/contracts/usage";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import type { LoggedFilter } from "./call-conditions";
import { DIMENSION_COLUMNS } from "./dimension-columns";
import { HAS_CALLS } from "./logged-daily";
import { loggedDays, loggedSums } from "./logged-sums";
import { readUsageSums, toUsageTotals, USAGE_SUMS, type UsageSums, type UsageSumsRow } from "./usage-sums";

/** What the calls that a filter selects add up to, in exact numbers. */
export async function sumUsage(
  tx: Transaction,
  workspace: { id: string },
  filter: LoggedFilter,
): Promise<UsageSums> {
  const [row] = await tx.$queryRaw<UsageSumsRow[]>`
    SELECT ${USAGE_SUMS} FROM ${loggedSums(workspace.id, filter)} AS logged`;
  if (row === undefined) throw new Error("An aggregate without groups always has one row.");
  return readUsageSums(row);
}

/** The same as the API answers it. */
export async function getUsageTotals(
  tx: Transaction,
  workspace: { id: string },
  filter: LoggedFilter,
): Promise<UsageTotals> {
  return toUsageTotals(await sumUsage(tx, workspace, filter));
}

export type UsageKey = UsageDimension | "day" | "month" | "rateCard";

const KEY_COLUMNS: Readonly<Record<UsageKey, Prisma.Sql>> = {
  ...DIMENSION_COLUMNS,
  rateCard: Prisma.sql`logged.rate_card_id`,
  day: Prisma.sql`logged.local_date`,
  month: Prisma.sql`date_trunc('month', logged.local_date)`,
};

/**
 * Sums of the calls that a filter selects, one row for every combination of the keys that has calls, in the order of
 * the keys. A workflow is its id; null stands for calls that carry no value.
 */
export async function sumUsageBy<Key extends UsageKey>(
  tx: Transaction,
  workspace: { id: string },
  { by, ...filter }: LoggedFilter & { by: readonly Key[] },
): Promise<{ keys: Record<Key, string | null>; sums: UsageSums }[]> {
  const columns = by.map((key) => Prisma.sql`${textOf(key)} AS ${Prisma.raw(`"${key}"`)}`);
  const keys = Prisma.join(by.map((key) => KEY_COLUMNS[key]));
  const sums = by.some((key) => key === "day") ? loggedDays : loggedSums;
  const rows = await tx.$queryRaw<(UsageSumsRow & Partial<Record<UsageKey, string | null>>)[]>`
    SELECT ${Prisma.join(columns)}, ${USAGE_SUMS}
    FROM ${sums(workspace.id, filter)} AS logged
    GROUP BY ${keys}
    ${HAS_CALLS}
    ORDER BY ${keys}`;
  return rows.map((row) => ({
    keys: Object.fromEntries(by.map((key) => [key, row[key] ?? null])) as Record<Key, string | null>,
    sums: readUsageSums(row),
  }));
}

/** Texts are made of the few groups, not of the many rows. */
function textOf(key: UsageKey): Prisma.Sql {
  if (key === "day") return Prisma.sql`to_char(${KEY_COLUMNS.day}, 'YYYY-MM-DD')`;
  if (key === "month") return Prisma.sql`to_char(${KEY_COLUMNS.month}, 'YYYY-MM')`;
  return KEY_COLUMNS[key];
}
