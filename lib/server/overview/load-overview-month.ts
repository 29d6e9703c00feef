import "server-only";
import { PACE_REACHES_BACK_DAYS, projectMonthEnd, type LoggedDay, type Outlook } from "@/lib/outlook";
import { addDays, addMonths, firstDay, lastDay, monthOf } from "@/lib/time";
import type { NanoUsd } from "@/lib/money";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { listStatementForecasts, type MonthForecast } from "@/lib/server/reports/list-statement-forecasts";
import { loadMonth, type LoadedMonth } from "@/lib/server/reports/load-month";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";

/** The months around the chosen one: twelve with it. */
const MONTHS_BEFORE = 8;
const MONTHS_AFTER = 3;

export interface LoggedMonth {
  month: string;
  costNanoUsd: NanoUsd;
  unpricedCalls: number;
}

/** What an overview and the explanations of its amounts are made from. */
export interface OverviewMonth {
  span: { from: string; to: string };
  forecasts: MonthForecast[];
  loaded: LoadedMonth;
  /** Of each month of the span that has calls up to today. */
  monthlyActuals: LoggedMonth[];
  dailyActuals: LoggedDay[];
  outlook: Outlook;
}

export async function loadOverviewMonth(
  tx: Transaction,
  workspace: WorkspaceRow,
  { month, today, now }: { month: string; today: string; now: Date },
): Promise<OverviewMonth> {
  const span = { from: addMonths(month, -MONTHS_BEFORE), to: addMonths(month, MONTHS_AFTER) };
  const forecasts = await listStatementForecasts(tx, workspace, span, now);
  const loaded = await loadMonth(tx, workspace, { month, today, forecasts });
  const monthlyActuals = await listMonths(tx, workspace, span, today);
  const dailyActuals = await listDays(tx, workspace, { month, span, today });
  const { dailyForecast } = loaded;
  const outlook = projectMonthEnd({ month, today, dailyActuals, dailyForecast });
  return { span, forecasts, loaded, monthlyActuals, dailyActuals, outlook };
}

async function listMonths(
  tx: Transaction,
  workspace: WorkspaceRow,
  span: { from: string; to: string },
  today: string,
): Promise<LoggedMonth[]> {
  const end = lastDay(span.to);
  const to = end < today ? end : today;
  const months = await sumUsageBy(tx, workspace, { by: ["month"], from: firstDay(span.from), to });
  return months.map(({ keys, sums }) => ({
    month: keys.month ?? "",
    costNanoUsd: sums.costNanoUsd,
    unpricedCalls: sums.unpricedCalls,
  }));
}

/**
 * The days with calls of a month, up to today. Where it is the open one, also those that the recent pace is taken from,
 * and the first day of all these months, which tells how long the log is.
 */
async function listDays(
  tx: Transaction,
  workspace: WorkspaceRow,
  { month, span, today }: { month: string; span: { from: string }; today: string },
): Promise<LoggedDay[]> {
  const load = async (from: string, to: string) => {
    const days = await sumUsageBy(tx, workspace, { by: ["day"], from, to });
    return days.map(({ keys, sums }) => ({
      date: keys.day ?? "",
      costNanoUsd: sums.costNanoUsd,
      unpricedCalls: sums.unpricedCalls,
    }));
  };
  const [first, last] = [firstDay(month), lastDay(month)];
  if (month !== monthOf(today)) return load(first, last < today ? last : today);
  const recent = addDays(today, -PACE_REACHES_BACK_DAYS);
  const from = recent < first ? recent : first;
  const [oldest] = await tx.$queryRaw<{ date: string | null }[]>`
    SELECT min(local_date)::text AS date FROM usage_daily
    WHERE workspace_id = ${workspace.id} AND local_date >= ${firstDay(span.from)}::date`;
  const date = oldest?.date ?? from;
  return [...(date < from ? await load(date, date) : []), ...(await load(from, today))];
}
