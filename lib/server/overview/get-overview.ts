import "server-only";
import type { Overview } from "@/lib/contracts/overview";
import { divideHalfEven } from "@/lib/money";
import { findBudgetCrossing, projectMonthEnd, type LoggedDay } from "@/lib/outlook";
import { monthState } from "@/lib/reports";
import { addMonths, firstDay, lastDay, monthOf, monthRange } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { listStatementForecasts, type MonthForecast } from "@/lib/server/reports/list-statement-forecasts";
import { loadMonth } from "@/lib/server/reports/load-month";
import { toAmountsAnswer, toLineAnswer, toText } from "@/lib/server/reports/statement-answer";
import { getFreshness } from "@/lib/server/usage/get-freshness";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";
import { listStageSpans } from "./list-stage-spans";

/** The months around the chosen one: twelve with it. */
const MONTHS_BEFORE = 8;
const MONTHS_AFTER = 3;

/** Where a month stands against its forecast and budget, where it will end, and the months around it. */
export async function getOverview(
  workspace: WorkspaceRow,
  input: { month?: string | undefined },
  now: Date,
): Promise<Overview> {
  const { timeZone, monthlyBudgetNanoUsd: budgetNanoUsd } = workspace;
  const today = localDate(now.getTime(), timeZone);
  const month = input.month ?? monthOf(today);
  const span = { from: addMonths(month, -MONTHS_BEFORE), to: addMonths(month, MONTHS_AFTER) };
  const freshness = await getFreshness(workspace);

  return inWorkspace(
    workspace.id,
    async (tx) => {
      const forecasts = await listStatementForecasts(tx, workspace, span, now);
      const { statement, totals, dailyForecast, forecastNanoUsd, workflows } = await loadMonth(
        tx,
        workspace,
        {
          month,
          today,
          forecasts,
        },
      );
      const dailyActuals = await listDays(tx, workspace, span, today);
      const { days, ...outlook } = projectMonthEnd({ month, today, dailyActuals, dailyForecast });
      return {
        month,
        today,
        timeZone,
        from: statement.from,
        to: statement.to,
        totals,
        forecastNanoUsd: toText(forecastNanoUsd),
        forecastToDateNanoUsd: toText(statement.total.forecastNanoUsd),
        outlook: { ...outlook, expectedNanoUsd: toText(outlook.expectedNanoUsd) },
        budgetNanoUsd: toText(budgetNanoUsd),
        budgetLeftNanoUsd:
          budgetNanoUsd === null ? null : String(budgetNanoUsd - statement.total.actualNanoUsd),
        budgetCrossedOn: budgetNanoUsd === null ? null : findBudgetCrossing(days, budgetNanoUsd),
        plannedPerDeliveredImageNanoUsd: plannedPerImage(forecasts, month),
        months: monthPoints(workspace, span, today, dailyActuals, forecasts),
        workflows: statement.lines.map(toLineAnswer),
        total: toAmountsAnswer(statement.total),
        stages: await listStageSpans(tx, workspace.id, workflows),
        freshness,
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
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

/** What each month cost, put together from its days. */
function monthPoints(
  workspace: WorkspaceRow,
  span: { from: string; to: string },
  today: string,
  days: readonly LoggedDay[],
  forecasts: readonly MonthForecast[],
): Overview["months"] {
  return monthRange(span.from, span.to).map((month) => {
    const logged = days.filter(({ date }) => monthOf(date) === month);
    const planned = forecasts.filter((forecast) => forecast.month === month);
    return {
      month,
      actualNanoUsd: logged.length === 0 ? null : sumText(logged.map(({ costNanoUsd }) => costNanoUsd)),
      forecastNanoUsd:
        planned.length === 0 ? null : sumText(planned.map(({ forecastNanoUsd }) => forecastNanoUsd)),
      budgetNanoUsd: toText(workspace.monthlyBudgetNanoUsd),
      unpricedCalls: logged.reduce((sum, { unpricedCalls }) => sum + unpricedCalls, 0),
      state: monthState(month, today),
    };
  });
}

function sumText(amounts: readonly bigint[]): string {
  return String(amounts.reduce((sum, amount) => sum + amount, 0n));
}

/** Everything forecast for the month, for each image that a customer is to get; null where none is. */
function plannedPerImage(forecasts: readonly MonthForecast[], month: string): string | null {
  let cost = 0n;
  let imagesMicro = 0n;
  for (const forecast of forecasts) {
    if (forecast.month !== month) continue;
    cost += forecast.forecastNanoUsd;
    imagesMicro += forecast.imagesMicro;
  }
  return imagesMicro === 0n ? null : String(divideHalfEven(cost * 1_000_000n, imagesMicro));
}
