import "server-only";
import { addDays } from "@/lib/time";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { callConditions } from "@/lib/server/usage/call-conditions";
import { readScope, type RepricingRow } from "./repricing-row";

/** The first day after another that has calls to be priced anew; null when none is left. */
export async function findNextDay(
  tx: Transaction,
  row: RepricingRow,
  { after, closedMonths }: { after: string | null; closedMonths: readonly string[] },
): Promise<string | null> {
  const scope = readScope(row);
  const from = after === null ? scope.from : addDays(after, 1);
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
  closedMonths: readonly string[],
): Promise<{ month: string; calls: number }[]> {
  const counts = await tx.$queryRaw<{ month: string; calls: string }[]>`
    SELECT to_char(logged.local_date, 'YYYY-MM') AS month, sum(logged.calls)::text AS calls FROM usage_daily AS logged
    WHERE ${callConditions(row.workspaceId, readScope(row), "usage_daily")}
      AND to_char(logged.local_date, 'YYYY-MM') = ANY(${closedMonths}::text[])
    GROUP BY 1 ORDER BY 1`;
  return counts.map(({ month, calls }) => ({ month, calls: Number(calls) }));
}
