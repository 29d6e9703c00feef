import "server-only";
import type { UsageDimension, UsageTotals } from "@/lib/contracts/usage";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { callConditions, type LoggedFilter } from "./call-conditions";
import { DIMENSION_COLUMNS } from "./dimension-columns";
import { readUsageSums, toUsageTotals, USAGE_SUMS, type UsageSums, type UsageSumsRow } from "./usage-sums";

/** What the calls that a filter selects add up to, in exact numbers. */
export async function sumUsage(
  tx: Transaction,
  workspace: { id: string },
  filter: LoggedFilter,
): Promise<UsageSums> {
  const [row] = await tx.$queryRaw<UsageSumsRow[]>`
    SELECT ${USAGE_SUMS} FROM usage_daily AS logged WHERE ${callConditions(workspace.id, filter, "usage_daily")}`;
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
  day: Prisma.sql`logged.local_date::text`,
  month: Prisma.sql`to_char(logged.local_date, 'YYYY-MM')`,
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
  const columns = by.map((key) => Prisma.sql`${KEY_COLUMNS[key]} AS ${Prisma.raw(`"${key}"`)}`);
  const positions = Prisma.join(by.map((_, index) => Prisma.raw(String(index + 1))));
  const rows = await tx.$queryRaw<(UsageSumsRow & Partial<Record<UsageKey, string | null>>)[]>`
    SELECT ${Prisma.join(columns)}, ${USAGE_SUMS}
    FROM usage_daily AS logged
    WHERE ${callConditions(workspace.id, filter, "usage_daily")}
    GROUP BY ${positions}
    ORDER BY ${positions}`;
  return rows.map((row) => ({
    keys: Object.fromEntries(by.map((key) => [key, row[key] ?? null])) as Record<Key, string | null>,
    sums: readUsageSums(row),
  }));
}
