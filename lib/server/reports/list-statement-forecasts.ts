import "server-only";
import type { StatementForecast } from "@/lib/reports";
import { lastDayOfStage } from "@/lib/scenarios";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { listForecastMonths } from "@/lib/server/scenarios/forecast-in-force";
import { readDrivers } from "@/lib/server/scenarios/read-drivers";

/** A statement's forecast for one month, and how many images it is for. */
export interface MonthForecast extends StatementForecast {
  month: string;
  /** Images for customers, in millionths of one. */
  imagesMicro: bigint;
}

/** The forecasts in force for the months from the first to the last, both included, with the days of their stages. */
export async function listStatementForecasts(
  tx: Transaction,
  workspace: { id: string; timeZone: string },
  span: { from: string; to: string },
  now: Date,
): Promise<MonthForecast[]> {
  const months = await listForecastMonths(tx, workspace, span, now);
  const versions = await tx.scenarioVersion.findMany({
    where: {
      workspaceId: workspace.id,
      id: { in: [...new Set(months.map(({ versionId }) => versionId))] },
    },
    select: { id: true, drivers: true },
  });
  const daysByVersion = new Map(
    versions.map(({ id, drivers }) => {
      const { startsOn, lengthMonths } = readDrivers(drivers);
      return [id, { from: startsOn, to: lastDayOfStage(startsOn, lengthMonths) }];
    }),
  );
  return months.flatMap(({ workflowId, stage, month, versionId, imagesMicro, totalNanoUsd }) => {
    const days = daysByVersion.get(versionId);
    return days ? { workflowId, stage, month, imagesMicro, forecastNanoUsd: totalNanoUsd, ...days } : [];
  });
}
