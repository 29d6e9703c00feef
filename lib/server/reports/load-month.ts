import "server-only";
import {
  dailyForecast,
  loggedPeriod,
  prepareMonthStatement,
  type MonthStatement,
  type StatementWorkflow,
} from "@/lib/reports";
import type { UsageTotals } from "@/lib/contracts/usage";
import { stageSchema } from "@/lib/contracts/values";
import { sumNanoUsd, nanoUsd, type NanoUsd } from "@/lib/money";
import type { DayAmount } from "@/lib/outlook";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { toUsageTotals } from "@/lib/server/usage/usage-sums";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";
import { addUsageSums } from "./add-usage-sums";
import type { MonthForecast } from "./list-statement-forecasts";

/** What screens and files say of a month. All of them take it from here, so that their totals are one. */
export interface LoadedMonth {
  statement: MonthStatement;
  totals: UsageTotals;
  /** All of the workspace's, by name. */
  workflows: StatementWorkflow[];
  /** The forecast of the whole month, also while it is open. */
  forecastNanoUsd: NanoUsd | null;
  dailyForecast: DayAmount[] | null;
}

export async function loadMonth(
  tx: Transaction,
  workspace: { id: string },
  { month, today, forecasts }: { month: string; today: string; forecasts: readonly MonthForecast[] },
): Promise<LoadedMonth> {
  const ofMonth = forecasts.filter((forecast) => forecast.month === month);
  const groups = await sumUsageBy(tx, workspace, {
    by: ["workflow", "stage"],
    ...loggedPeriod(month, today),
  });
  const workflows = await tx.workflow.findMany({
    where: { workspaceId: workspace.id },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true, owner: true, costCentre: true },
  });
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
    totals: toUsageTotals(addUsageSums(groups.map(({ sums }) => sums))),
    workflows,
    forecastNanoUsd:
      ofMonth.length === 0
        ? null
        : sumNanoUsd(ofMonth.map(({ forecastNanoUsd }) => nanoUsd(forecastNanoUsd))),
    dailyForecast: dailyForecast(ofMonth, month),
  };
}
