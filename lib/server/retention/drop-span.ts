import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { addDays, dayMonthsBefore } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import { sumUsage } from "@/lib/server/usage/usage-totals";
import type { UsageSums } from "@/lib/server/usage/usage-sums";

/** The single calls between the day from which they are kept and a later one, from the daily sums. */
export interface DropSpan {
  /** The first and last day that have such calls; null where no day has. */
  from: string | null;
  through: string | null;
  days: number;
  sums: UsageSums;
}

/** The first day that is kept when calls are dropped at an age: never before the day from which they are kept already. */
export function cutDay(
  keptFrom: string | null,
  { keptMonths, timeZone, now }: { keptMonths: number; timeZone: string; now: Date },
): string {
  const day = dayMonthsBefore(localDate(now.getTime(), timeZone), keptMonths);
  return keptFrom !== null && keptFrom > day ? keptFrom : day;
}

export async function readSpan(
  tx: Transaction,
  workspaceId: string,
  { keptFrom, until }: { keptFrom: string | null; until: string },
): Promise<DropSpan> {
  const to = addDays(until, -1);
  const [span] = await tx.$queryRaw<{ from: string | null; through: string | null; days: number }[]>`
    SELECT min(local_date)::text AS from, max(local_date)::text AS through,
      count(DISTINCT local_date)::integer AS days
    FROM usage_daily
    WHERE workspace_id = ${workspaceId} AND local_date <= ${to}::date
      AND local_date >= COALESCE(${keptFrom}::date, '-infinity')`;
  const sums = await sumUsage(tx, { id: workspaceId }, { to, from: keptFrom ?? undefined });
  return { from: span?.from ?? null, through: span?.through ?? null, days: span?.days ?? 0, sums };
}
