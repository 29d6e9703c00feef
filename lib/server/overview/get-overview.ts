import "server-only";
import type { Overview } from "@/lib/contracts/overview";
import { divideHalfEven } from "@/lib/money";
import { findBudgetCrossing, projectMonthEnd, type DayAmount } from "@/lib/outlook";
import { monthState } from "@/lib/reports";
import { addDays, addMonths, firstDay, monthOf, monthRange } from "@/lib/time";
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

/** Enough days before today to hold two whole weeks, also of a log that is imported now and then. */
const PACE_DAYS = 45;

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
      const { statement, totals, dailyForecast, forecastNanoUsd } = await loadMonth(tx, workspace, {
        month,
        today,
        forecasts,
      });
      const dailyActuals = await listDailyActuals(tx, workspace, month, today);
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
        budgetLeftNanoUsd: toText(budgetNanoUsd && budgetNanoUsd - statement.total.actualNanoUsd),
        budgetCrossedOn: budgetNanoUsd === null ? null : findBudgetCrossing(days, budgetNanoUsd),
        plannedPerDeliveredImageNanoUsd: plannedPerImage(forecasts, month),
        months: await listMonthPoints(tx, workspace, span, today, forecasts),
        workflows: statement.lines.map(toLineAnswer),
        total: toAmountsAnswer(statement.total),
        stages: await listStageSpans(tx, workspace.id),
        freshness,
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

/** The days with calls that an outlook on the month needs to know. */
async function listDailyActuals(
  tx: Transaction,
  workspace: WorkspaceRow,
  month: string,
  today: string,
): Promise<DayAmount[]> {
  const isOpen = month === monthOf(today);
  const paceFrom = addDays(today, -PACE_DAYS);
  const from = isOpen && paceFrom < firstDay(month) ? paceFrom : firstDay(month);
  const days = await sumUsageBy(tx, workspace, { by: ["day"], from, to: today });
  return days.map(({ keys, sums }) => ({ date: keys.day ?? "", costNanoUsd: sums.costNanoUsd }));
}

async function listMonthPoints(
  tx: Transaction,
  workspace: WorkspaceRow,
  span: { from: string; to: string },
  today: string,
  forecasts: readonly MonthForecast[],
): Promise<Overview["months"]> {
  const actuals = await sumUsageBy(tx, workspace, { by: ["month"], from: firstDay(span.from), to: today });
  const sumsByMonth = new Map(actuals.map(({ keys, sums }) => [keys.month, sums]));
  return monthRange(span.from, span.to).map((month) => {
    const sums = sumsByMonth.get(month);
    const ofMonth = forecasts.filter((forecast) => forecast.month === month);
    return {
      month,
      actualNanoUsd: toText(sums?.costNanoUsd ?? null),
      forecastNanoUsd:
        ofMonth.length === 0
          ? null
          : String(ofMonth.reduce((sum, { forecastNanoUsd }) => sum + forecastNanoUsd, 0n)),
      budgetNanoUsd: toText(workspace.monthlyBudgetNanoUsd),
      unpricedCalls: sums?.unpricedCalls ?? 0,
      state: monthState(month, today),
    };
  });
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
