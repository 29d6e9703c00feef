import "server-only";
import { currentForecasts } from "@/lib/scenarios";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** A version that is the forecast of its workflow and stage at present, and the commitment that made it so. */
export interface CurrentForecast {
  scenarioId: string;
  versionId: string;
  versionNumber: number;
  drivers: unknown;
  committedAt: Date;
  committedById: string;
}

/** The forecasts of a workspace by scenario. A scenario is the forecast of one stage at most. */
export async function findCurrentForecasts(
  tx: Transaction,
  workspaceId: string,
): Promise<Map<string, CurrentForecast>> {
  const rows = await tx.forecastCommitment.findMany({ where: { workspaceId, withdrawnAt: null } });
  const current = currentForecasts(
    rows.map((row) => ({ ...row, committedAt: row.committedAt.getTime(), withdrawnAt: null })),
  );
  const versions = await tx.scenarioVersion.findMany({
    where: { workspaceId, id: { in: current.map((commitment) => commitment.versionId) } },
    select: { id: true, number: true, scenarioId: true, drivers: true },
  });
  const commitmentOf = new Map(current.map((commitment) => [commitment.versionId, commitment]));
  return new Map(
    versions.flatMap(({ id, number, scenarioId, drivers }) => {
      const commitment = commitmentOf.get(id);
      if (!commitment) return [];
      const { committedById } = commitment;
      const committedAt = new Date(commitment.committedAt);
      return [
        [
          scenarioId,
          { scenarioId, versionId: id, versionNumber: number, drivers, committedAt, committedById },
        ],
      ];
    }),
  );
}
