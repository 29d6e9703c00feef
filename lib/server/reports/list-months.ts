import "server-only";
import type { z } from "zod";
import type { reportEndpoints } from "@/lib/contracts/reports";
import { prepareMonthSummary } from "@/lib/reports";
import { localDate } from "@/lib/time/zone";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";
import { listStatementForecasts, type MonthForecast } from "./list-statement-forecasts";
import { findMonthCloses } from "./month-close";
import { toText } from "./statement-answer";

type MonthList = z.infer<NonNullable<typeof reportEndpoints.listMonths.answer>>;

/** The months that have calls or a forecast, newest first, with the totals that their reports come to. */
export function listMonths(workspace: WorkspaceRow, now: Date): Promise<MonthList> {
  const today = localDate(now.getTime(), workspace.timeZone);
  return inWorkspace(
    workspace.id,
    async (tx) => {
      const actuals = await sumUsageBy(tx, workspace, { by: ["month"], to: today });
      const forecasts = byMonth(await listAllForecasts(tx, workspace, now));
      const sumsByMonth = new Map(actuals.map(({ keys, sums }) => [keys.month ?? "", sums]));
      const closes = await findMonthCloses(tx, workspace.id, (month) => sumsByMonth.get(month));
      const months = [...new Set([...sumsByMonth.keys(), ...forecasts.keys()])].toSorted().toReversed();
      return {
        items: months.map((month) => {
          const sums = sumsByMonth.get(month);
          const { actualNanoUsd, forecastNanoUsd, varianceNanoUsd, ...rest } = prepareMonthSummary({
            month,
            today,
            actualNanoUsd: sums?.costNanoUsd ?? null,
            forecasts: forecasts.get(month) ?? [],
          });
          return {
            ...rest,
            actualNanoUsd: toText(actualNanoUsd),
            forecastNanoUsd: toText(forecastNanoUsd),
            varianceNanoUsd: toText(varianceNanoUsd),
            calls: sums?.calls ?? 0,
            unpricedCalls: sums?.unpricedCalls ?? 0,
            close: closes.get(month) ?? null,
          };
        }),
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

async function listAllForecasts(
  tx: Transaction,
  workspace: { id: string; timeZone: string },
  now: Date,
): Promise<MonthForecast[]> {
  const { _min, _max } = await tx.versionMonth.aggregate({
    where: { workspaceId: workspace.id, version: { commitments: { some: {} } } },
    _min: { month: true },
    _max: { month: true },
  });
  if (_min.month === null || _max.month === null) return [];
  return listStatementForecasts(tx, workspace, { from: _min.month, to: _max.month }, now);
}

function byMonth(forecasts: readonly MonthForecast[]): Map<string, MonthForecast[]> {
  const months = new Map<string, MonthForecast[]>();
  for (const forecast of forecasts) {
    const ofMonth = months.get(forecast.month) ?? [];
    months.set(forecast.month, [...ofMonth, forecast]);
  }
  return months;
}
