import "server-only";
import { isDeepStrictEqual } from "node:util";
import { stagePurposeSchema, type Scenario } from "@/lib/contracts/scenarios";
import { stageSchema } from "@/lib/contracts/values";
import { projectScenario } from "@/lib/scenarios";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import { findCurrentForecasts } from "./find-current-forecasts";
import { presentProjection } from "./present-projection";
import { readDrivers } from "./read-drivers";

/** What `presentScenarios` needs of each row. */
export const WITH_WORKFLOW = {
  workflow: { select: { id: true, slug: true, name: true } },
} as const satisfies Prisma.ScenarioInclude;

export type ScenarioRow = Prisma.ScenarioGetPayload<{ include: typeof WITH_WORKFLOW }>;

/** Scenarios of one workspace as the API shows them, projected at today's price book. */
export async function presentScenarios(
  tx: Transaction,
  workspaceId: string,
  rows: readonly ScenarioRow[],
): Promise<Scenario[]> {
  const book = await getPriceBook(tx, workspaceId);
  const forecasts = await findCurrentForecasts(tx, workspaceId);
  const nameOf = await findActorNames(
    tx,
    [...forecasts.values()].map(({ committedById }) => committedById),
  );

  return rows.map((row) => {
    const drivers = readDrivers(row.drivers);
    const forecast = forecasts.get(row.id) ?? null;
    return {
      id: row.id,
      workflow: row.workflow,
      stage: stageSchema.parse(row.stage),
      name: row.name,
      purpose: stagePurposeSchema.parse(row.purpose),
      drivers,
      revision: row.revision,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      projection: presentProjection(projectScenario(drivers, book)),
      committed: forecast && {
        versionId: forecast.versionId,
        versionNumber: forecast.versionNumber,
        committedAt: forecast.committedAt.toISOString(),
        committedBy: nameOf(forecast.committedById),
      },
      changedSinceCommit: forecast !== null && !isDeepStrictEqual(drivers, readDrivers(forecast.drivers)),
    };
  });
}

export async function presentScenario(
  tx: Transaction,
  workspaceId: string,
  row: ScenarioRow,
): Promise<Scenario> {
  const [scenario] = await presentScenarios(tx, workspaceId, [row]);
  if (!scenario) throw new Error("One row makes one scenario");
  return scenario;
}
