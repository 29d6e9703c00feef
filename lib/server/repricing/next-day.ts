import "server-only";
import { addDays } from "@/lib/time";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { callConditions } from "@/lib/server/usage/call-conditions";
import { sumUsage } from "@/lib/server/usage/usage-totals";
import type { RepricingContext } from "./repricing-context";
import { readScope, type RepricingRow } from "./repricing-row";

/** What of the calls is left as it is: those of closed months, and those of days before the single calls are kept from. */
type Left = Pick<RepricingContext, "closedMonths" | "keptFrom">;

/** The first day after another that has calls to be priced anew; null when none is left. */
export async function findNextDay(
  tx: Transaction,
  row: RepricingRow,
  { after, closedMonths, keptFrom }: { after: string | null } & Left,
): Promise<string | null> {
  const scope = readScope(row);
  const from = after === null ? (keptFrom ?? scope.from) : addDays(after, 1);
  const [found] = await tx.$queryRaw<{ date: string | null }[]>`
    SELECT min(logged.local_date)::text AS date FROM usage_daily AS logged
    WHERE ${callConditions(row.workspaceId, { ...scope, from }, "usage_daily")}
      AND to_char(logged.local_date, 'YYYY-MM') <> ALL(${closedMonths}::text[])`;
  return found?.date ?? null;
}

/** How many of the calls that would be priced anew stay as they are, by closed month. */
export async function countClosedCalls(
  tx: Transaction,
  row: RepricingRow,
  { closedMonths, keptFrom }: Left,
): Promise<{ month: string; calls: number }[]> {
  const scope = readScope(row);
  const counts = await tx.$queryRaw<{ month: string; calls: string }[]>`
    SELECT to_char(logged.local_date, 'YYYY-MM') AS month, sum(logged.calls)::text AS calls FROM usage_daily AS logged
    WHERE ${callConditions(row.workspaceId, { ...scope, from: keptFrom ?? scope.from }, "usage_daily")}
      AND to_char(logged.local_date, 'YYYY-MM') = ANY(${closedMonths}::text[])
    GROUP BY 1 ORDER BY 1`;
  return counts.map(({ month, calls }) => ({ month, calls: Number(calls) }));
}

/** How many of them are of days whose single calls are gone. */
export async function countDroppedCalls(
  tx: Transaction,
  row: RepricingRow,
  { keptFrom }: Left,
): Promise<{ before: string; calls: number } | null> {
  if (keptFrom === null) return null;
  const { to, ...scope } = readScope(row);
  const last = addDays(keptFrom, -1);
  const { calls } = await sumUsage(tx, { id: row.workspaceId }, { ...scope, to: last < to ? last : to });
  return calls === 0 ? null : { before: keptFrom, calls };
}
