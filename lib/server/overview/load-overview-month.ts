import "server-only";
import { projectMonthEnd, type LoggedDay, type Outlook } from "@/lib/outlook";
import { addMonths, firstDay, lastDay } from "@/lib/time";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { listStatementForecasts, type MonthForecast } from "@/lib/server/reports/list-statement-forecasts";
import { loadMonth, type LoadedMonth } from "@/lib/server/reports/load-month";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";

/** The months around the chosen one: twelve with it. */
const MONTHS_BEFORE = 8;
const MONTHS_AFTER = 3;

/** What an overview and the explanations of its amounts are made from. */
export interface OverviewMonth {
  span: { from: string; to: string };
  forecasts: MonthForecast[];
  loaded: LoadedMonth;
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
  const dailyActuals = await listDays(tx, workspace, span, today);
  const { dailyForecast } = loaded;
  const outlook = projectMonthEnd({ month, today, dailyActuals, dailyForecast });
  return { span, forecasts, loaded, dailyActuals, outlook };
}

/** The days with calls of all these months, up to today: for the months' sums and for the recent pace alike. */
async function listDays(
  tx: Transaction,
  workspace: WorkspaceRow,
  span: { from: string; to: string },
  today: string,
): Promise<LoggedDay[]> {
  const end = lastDay(span.to);
  const to = end < today ? end : today;
  const days = await sumUsageBy(tx, workspace, { by: ["day"], from: firstDay(span.from), to });
  return days.map(({ keys, sums }) => ({
    date: keys.day ?? "",
    costNanoUsd: sums.costNanoUsd,
    unpricedCalls: sums.unpricedCalls,
  }));
}
