import "server-only";
import { rateCardSchema } from "@/lib/contracts/prices";
import type { ScenarioVersion } from "@/lib/contracts/scenarios";
import { stageSchema } from "@/lib/contracts/values";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { findCurrentForecasts } from "./find-current-forecasts";
import { readDrivers } from "./read-drivers";

/** What `presentVersions` needs of each row. */
export const WITH_MONTHS = {
  months: { orderBy: { month: "asc" } },
} as const satisfies Prisma.ScenarioVersionInclude;

type VersionRow = Prisma.ScenarioVersionGetPayload<{ include: typeof WITH_MONTHS }>;

/** Versions of one workspace as the API shows them, with the result that was frozen. */
export async function presentVersions(
  tx: Transaction,
  workspaceId: string,
  rows: readonly VersionRow[],
): Promise<ScenarioVersion[]> {
  const forecasts = await findCurrentForecasts(tx, workspaceId);
  const nameOf = await findActorNames(
    tx,
    rows.map((row) => row.createdById),
  );
  return rows.map((row) => ({
    id: row.id,
    scenarioId: row.scenarioId,
    number: row.number,
    name: row.name,
    stage: stageSchema.parse(row.stage),
    drivers: readDrivers(row.drivers),
    rateCards: rateCardSchema.array().parse(row.rateCards),
    engineVersion: row.engineVersion,
    seed: row.seed,
    totalNanoUsd: row.totalNanoUsd.toString(),
    months: row.months.map((month) => ({
      month: month.month,
      requestsMicro: month.requestsMicro.toString(),
      imagesMicro: month.imagesMicro.toString(),
      baselineNanoUsd: month.baselineNanoUsd.toString(),
      reworkNanoUsd: month.reworkNanoUsd.toString(),
      growthNanoUsd: month.growthNanoUsd.toString(),
      totalNanoUsd: month.totalNanoUsd.toString(),
    })),
    createdBy: nameOf(row.createdById),
    createdAt: row.createdAt.toISOString(),
    inForce: forecasts.get(row.scenarioId)?.versionId === row.id,
  }));
}
