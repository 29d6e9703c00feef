import "server-only";
import type { PriceImpact, PricedMonth } from "@/lib/contracts/price-impact";
import { findRateCard } from "@/lib/pricing";
import { addDays, monthOf } from "@/lib/time";
import { startOfDay } from "@/lib/time/zone";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { PriceChange } from "./price-change";

interface LoggedDay {
  date: string;
  model: string;
  calls: bigint;
  costNanoUsd: bigint;
  unpricedCalls: bigint;
}

/** The sum of 64-bit amounts may need more than 64 bits, so it comes as text. */
type LoggedDayRow = Omit<LoggedDay, "costNanoUsd"> & { costNanoUsd: string };

/**
 * The logged calls for which another card would be in force. What a provider charged itself and what it did not bill
 * come from no card and stay out. A card holds by the UTC date and the sums are by local day, so that calls around
 * midnight of its first and last day may be counted on the wrong side of it; none of them is left out of the reach.
 */
export async function listLoggedMonths(
  tx: Transaction,
  workspace: { id: string; timeZone: string },
  { before, after, provider, validFrom }: PriceChange,
): Promise<Pick<PriceImpact, "loggedMonths" | "reach">> {
  const rows = await tx.$queryRaw<LoggedDayRow[]>`
    SELECT local_date::text AS date, model, sum(calls)::bigint AS calls,
      sum(cost_nano_usd)::text AS "costNanoUsd", sum(unpriced_calls)::bigint AS "unpricedCalls"
    FROM usage_daily
    WHERE workspace_id = ${workspace.id} AND provider = ${provider} AND local_date >= ${addDays(validFrom, -1)}::date
      AND cost_basis IN ('usage', 'rate_card', 'unpriced')
    GROUP BY local_date, model ORDER BY local_date`;
  const days = rows.map((row): LoggedDay => ({ ...row, costNanoUsd: BigInt(row.costNanoUsd) }));
  const isOther = (model: string, on: string) => {
    const query = { provider, model, on };
    return findRateCard(before, query)?.id !== findRateCard(after, query)?.id;
  };
  const reached = days.filter(({ date, model }) => isOther(model, date));
  const touched = days.filter(({ date, model }) =>
    utcDatesOf(date, workspace.timeZone).some((on) => isOther(model, on)),
  );
  const closes = await tx.monthClose.findMany({
    where: { workspaceId: workspace.id, reopenedAt: null },
    select: { month: true },
  });
  const closed = new Set(closes.map(({ month }) => month));
  const isOpen = ({ date }: LoggedDay) => !closed.has(monthOf(date));
  return {
    loggedMonths: sumMonths(reached, closed),
    reach: reachOf(touched.filter(isOpen), reached.filter(isOpen)),
  };
}

/** The first and the last date in UTC on which some of a local day falls. */
function utcDatesOf(date: string, timeZone: string): string[] {
  const ends = [startOfDay(date, timeZone), startOfDay(addDays(date, 1), timeZone) - 1];
  return ends.map((instant) => new Date(instant).toISOString().slice(0, 10));
}

/** From the first to the last of the days that hold such calls, with how many there are as far as whole days tell. */
function reachOf(touched: readonly LoggedDay[], reached: readonly LoggedDay[]): PriceImpact["reach"] {
  const [first] = touched;
  const last = touched.at(-1);
  if (!first || !last) return null;
  return {
    from: first.date,
    to: last.date,
    calls: Number(sumOf(reached, (day) => day.calls)),
    unpricedCalls: Number(sumOf(reached, (day) => day.unpricedCalls)),
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
