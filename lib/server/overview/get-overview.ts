import "server-only";
import type { Overview } from "@/lib/contracts/overview";
import { divideHalfEven } from "@/lib/money";
import { findBudgetCrossing } from "@/lib/outlook";
import { monthState } from "@/lib/reports";
import { monthOf, monthRange } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { MonthForecast } from "@/lib/server/reports/list-statement-forecasts";
import { toAmountsAnswer, toLineAnswer, toText } from "@/lib/server/reports/statement-answer";
import { getFreshness } from "@/lib/server/usage/get-freshness";
import { listStageSpans } from "./list-stage-spans";
import { type LoggedMonth, loadOverviewMonth } from "./load-overview-month";

/** Where a month stands against its forecast and budget, where it will end, and the months around it. */
export async function getOverview(
  workspace: WorkspaceRow,
  input: { month?: string | undefined },
  now: Date,
): Promise<Overview> {
  const { timeZone, monthlyBudgetNanoUsd: budgetNanoUsd } = workspace;
  const today = localDate(now.getTime(), timeZone);
  const month = input.month ?? monthOf(today);
  const freshness = await getFreshness(workspace);

  return inWorkspace(
    workspace.id,
    async (tx) => {
      const {
        span,
        forecasts,
        monthlyActuals,
        loaded,
        outlook: landing,
      } = await loadOverviewMonth(tx, workspace, { month, today, now });
      const { statement, totals, forecastNanoUsd, workflows } = loaded;
      const { days, ...outlook } = landing;
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
        months: monthPoints(workspace, span, today, monthlyActuals, forecasts),
        workflows: statement.lines.map(toLineAnswer),
        total: toAmountsAnswer(statement.total),
        stages: await listStageSpans(tx, workspace.id, workflows),
        freshness,
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

function monthPoints(
  workspace: WorkspaceRow,
  span: { from: string; to: string },
  today: string,
  actuals: readonly LoggedMonth[],
  forecasts: readonly MonthForecast[],
): Overview["months"] {
  return monthRange(span.from, span.to).map((month) => {
    const logged = actuals.find((actual) => actual.month === month);
    const planned = forecasts.filter((forecast) => forecast.month === month);
    return {
      month,
      actualNanoUsd: toText(logged?.costNanoUsd ?? null),
      forecastNanoUsd:
        planned.length === 0 ? null : sumText(planned.map(({ forecastNanoUsd }) => forecastNanoUsd)),
      budgetNanoUsd: toText(workspace.monthlyBudgetNanoUsd),
      unpricedCalls: logged?.unpricedCalls ?? 0,
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
