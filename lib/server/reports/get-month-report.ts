import "server-only";
import type { MonthReport } from "@/lib/contracts/reports";
import { nanoUsd } from "@/lib/money";
import type { DayAmount } from "@/lib/outlook";
import { loggedPeriod } from "@/lib/reports";
import { dateRange, firstDay, lastDay } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { getFreshness } from "@/lib/server/usage/get-freshness";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";
import { listStatementForecasts } from "./list-statement-forecasts";
import { loadMonth } from "./load-month";
import { findMonthCloses } from "./month-close";
import { toAmountsAnswer, toLineAnswer, toText } from "./statement-answer";

/** What a month cost by workflow and stage against its forecast, and how it got there day by day. */
export async function getMonthReport(
  workspace: WorkspaceRow,
  { month }: { month: string },
  now: Date,
): Promise<MonthReport> {
  const today = localDate(now.getTime(), workspace.timeZone);
  const freshness = await getFreshness(workspace);
  return inWorkspace(
    workspace.id,
    async (tx) => {
      const forecasts = await listStatementForecasts(tx, workspace, { from: month, to: month }, now);
      const { statement, totals, ...loaded } = await loadMonth(tx, workspace, { month, today, forecasts });
      const { state, from, to } = statement;
      const days = await sumUsageBy(tx, workspace, { by: ["day"], ...loggedPeriod(month, today) });
      const actuals = days.map(({ keys, sums }) => ({
        date: keys.day ?? "",
        costNanoUsd: sums.costNanoUsd,
      }));
      const sums = { calls: totals.calls, costNanoUsd: BigInt(totals.costNanoUsd) };
      const closes = await findMonthCloses(tx, workspace.id, () => sums, month);
      return {
        month,
        close: closes.get(month) ?? null,
        from,
        to,
        timeZone: workspace.timeZone,
        state,
        lines: statement.lines.map(toLineAnswer),
        total: toAmountsAnswer(statement.total),
        totals,
        monthForecastNanoUsd: toText(loaded.forecastNanoUsd),
        budgetNanoUsd: toText(workspace.monthlyBudgetNanoUsd),
        days: dayByDay(month, to, actuals, loaded.dailyForecast),
        freshness,
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

/** A quiet day has no amount, but the running sum goes on over it, up to the last day that the report covers. */
function dayByDay(
  month: string,
  to: string,
  actuals: readonly DayAmount[],
  forecast: readonly DayAmount[] | null,
): MonthReport["days"] {
  const actualByDate = new Map(actuals.map(({ date, costNanoUsd }) => [date, costNanoUsd]));
  const forecastByDate = new Map(forecast?.map(({ date, costNanoUsd }) => [date, costNanoUsd]));
  let actualSum = nanoUsd(0n);
  let forecastSum = nanoUsd(0n);
  return dateRange(firstDay(month), lastDay(month)).map((date) => {
    const actual = actualByDate.get(date) ?? null;
    actualSum = nanoUsd(actualSum + (actual ?? 0n));
    forecastSum = nanoUsd(forecastSum + (forecastByDate.get(date) ?? 0n));
    return {
      date,
      actualNanoUsd: toText(actual),
      cumulativeNanoUsd: actuals.length > 0 && date <= to ? String(actualSum) : null,
      forecastCumulativeNanoUsd: forecast === null ? null : String(forecastSum),
    };
  });
}
