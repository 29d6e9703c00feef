import "server-only";
import type { PriceImpact, PricedMonth } from "@/lib/contracts/price-impact";
import { findRateCard } from "@/lib/pricing";
import { monthOf } from "@/lib/time";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { PriceChange } from "./price-change";

interface LoggedDay {
  date: string;
  model: string;
  calls: bigint;
  costNanoUsd: bigint;
  unpricedCalls: bigint;
}

/**
 * The logged calls for which another card would be in force. What a provider charged itself and what it did not bill
 * come from no card and stay out. A card holds by the UTC date and the sums are by local day, so that calls around
 * midnight of its first and last day may be told on the wrong side of it.
 */
export async function listLoggedMonths(
  tx: Transaction,
  workspaceId: string,
  { before, after, provider, validFrom }: PriceChange,
): Promise<Pick<PriceImpact, "loggedMonths" | "reach">> {
  const days = await tx.$queryRaw<LoggedDay[]>`
    SELECT local_date::text AS date, model, sum(calls)::bigint AS calls,
      sum(cost_nano_usd)::bigint AS "costNanoUsd", sum(unpriced_calls)::bigint AS "unpricedCalls"
    FROM usage_daily
    WHERE workspace_id = ${workspaceId} AND provider = ${provider} AND local_date >= ${validFrom}::date
      AND cost_basis IN ('usage', 'rate_card', 'unpriced')
    GROUP BY local_date, model ORDER BY local_date`;
  const reached = days.filter(({ date, model }) => {
    const query = { provider, model, on: date };
    return findRateCard(before, query)?.id !== findRateCard(after, query)?.id;
  });
  const closes = await tx.monthClose.findMany({
    where: { workspaceId, reopenedAt: null },
    select: { month: true },
  });
  const closed = new Set(closes.map(({ month }) => month));
  const open = reached.filter(({ date }) => !closed.has(monthOf(date)));
  return { loggedMonths: sumMonths(reached, closed), reach: reachOf(open) };
}

function reachOf(days: readonly LoggedDay[]): PriceImpact["reach"] {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return null;
  return {
    from: first.date,
    to: last.date,
    calls: Number(sumOf(days, (day) => day.calls)),
    unpricedCalls: Number(sumOf(days, (day) => day.unpricedCalls)),
  };
}

function sumMonths(days: readonly LoggedDay[], closed: ReadonlySet<string>): PricedMonth[] {
  return [...new Set(days.map(({ date }) => monthOf(date)))].map((month) => {
    const ofMonth = days.filter(({ date }) => monthOf(date) === month);
    return {
      month,
      calls: Number(sumOf(ofMonth, (day) => day.calls)),
      costNanoUsd: sumOf(ofMonth, (day) => day.costNanoUsd).toString(),
      unpricedCalls: Number(sumOf(ofMonth, (day) => day.unpricedCalls)),
      isClosed: closed.has(month),
    };
  });
}

function sumOf(days: readonly LoggedDay[], of: (day: LoggedDay) => bigint): bigint {
  return days.reduce((sum, day) => sum + of(day), 0n);
}
