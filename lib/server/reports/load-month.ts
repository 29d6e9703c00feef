import "server-only";
import { dailyForecast, prepareMonthStatement, reportedPeriod, type MonthStatement } from "@/lib/reports";
import type { UsageTotals } from "@/lib/contracts/usage";
import { stageSchema } from "@/lib/contracts/values";
import { sumNanoUsd, nanoUsd, type NanoUsd } from "@/lib/money";
import type { DayAmount } from "@/lib/outlook";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { getUsageTotals, sumUsageBy } from "@/lib/server/usage/usage-totals";
import type { MonthForecast } from "./list-statement-forecasts";

/** What screens and files say of a month. All of them take it from here, so that their totals are one. */
export interface LoadedMonth {
  statement: MonthStatement;
  totals: UsageTotals;
  /** The forecast of the whole month, also while it is open. */
  forecastNanoUsd: NanoUsd | null;
  dailyForecast: DayAmount[] | null;
}

export async function loadMonth(
  tx: Transaction,
  workspace: { id: string },
  { month, today, forecasts }: { month: string; today: string; forecasts: readonly MonthForecast[] },
): Promise<LoadedMonth> {
  const period = reportedPeriod(month, today);
  const ofMonth = forecasts.filter((forecast) => forecast.month === month);
  const groups = await sumUsageBy(tx, workspace, { by: ["workflow", "stage"], ...period });
  const workflows = await tx.workflow.findMany({
    where: { workspaceId: workspace.id },
    select: { id: true, slug: true, name: true, owner: true, costCentre: true },
  });
  const totals = await getUsageTotals(tx, workspace, period);
  const statement = prepareMonthStatement({
    month,
    today,
    workflows,
    forecasts: ofMonth,
    actuals: groups.map(({ keys, sums }) => ({
      workflowId: keys.workflow,
      stage: stageSchema.nullable().parse(keys.stage),
      ...sums,
    })),
  });
  return {
    statement,
    totals,
    forecastNanoUsd:
      ofMonth.length === 0
        ? null
        : sumNanoUsd(ofMonth.map(({ forecastNanoUsd }) => nanoUsd(forecastNanoUsd))),
    dailyForecast: dailyForecast(ofMonth, month),
  };
}
