import "server-only";
import { nanoUsd, type NanoUsd } from "@/lib/money";
import { forecastsInForce, type Commitment, type Stage } from "@/lib/scenarios";
import { addMonths, firstDay, monthRange } from "@/lib/time";
import { startOfDay } from "@/lib/time/zone";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** One month of the forecast that was in force for it, of one workflow and stage. */
export interface ForecastMonth {
  workflowId: string;
  stage: Stage;
  month: string;
  versionId: string;
  scenarioId: string;
  requestsMicro: bigint;
  imagesMicro: bigint;
  baselineNanoUsd: NanoUsd;
  reworkNanoUsd: NanoUsd;
  growthNanoUsd: NanoUsd;
  totalNanoUsd: NanoUsd;
}

/**
 * The forecast of every workflow and stage for the months from the first to the last, both included, as known at
 * `now`. A month that the version in force says nothing about has no entry: no forecast, which is not one of zero.
 */
export async function listForecastMonths(
  tx: Transaction,
  workspace: { id: string; timeZone: string },
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<ForecastMonth[]> {
  const commitments = await loadCommitments(tx, workspace.id);
  const inForce = monthRange(from, to).flatMap((month) => {
    const span = {
      month,
      startsAt: startOfDay(firstDay(month), workspace.timeZone),
      endsAt: startOfDay(firstDay(addMonths(month, 1)), workspace.timeZone),
    };
    return forecastsInForce(commitments, span, now.getTime()).map((commitment) => ({ month, commitment }));
  });

  const rows = await tx.versionMonth.findMany({
    where: {
      workspaceId: workspace.id,
      versionId: { in: [...new Set(inForce.map(({ commitment }) => commitment.versionId))] },
      month: { gte: from, lte: to },
    },
  });
  const byVersionAndMonth = new Map(rows.map((row) => [`${row.versionId} ${row.month}`, row]));
  return inForce.flatMap(({ month, commitment }) => {
    const { workflowId, stage, versionId, scenarioId } = commitment;
    const row = byVersionAndMonth.get(`${versionId} ${month}`);
    if (!row) return [];
    return {
      workflowId,
      stage,
      month,
      versionId,
      scenarioId,
      requestsMicro: row.requestsMicro,
      imagesMicro: row.imagesMicro,
      baselineNanoUsd: nanoUsd(row.baselineNanoUsd),
      reworkNanoUsd: nanoUsd(row.reworkNanoUsd),
      growthNanoUsd: nanoUsd(row.growthNanoUsd),
      totalNanoUsd: nanoUsd(row.totalNanoUsd),
    };
  });
}

interface StoredCommitment extends Commitment {
  stage: Stage;
  versionId: string;
  scenarioId: string;
}

async function loadCommitments(tx: Transaction, workspaceId: string): Promise<StoredCommitment[]> {
  const rows = await tx.$queryRaw<
    (Omit<StoredCommitment, "committedAt" | "withdrawnAt"> & {
      committedAt: Date;
      withdrawnAt: Date | null;
    })[]
  >`
    SELECT commitment.id, commitment.workflow_id AS "workflowId", commitment.stage,
      commitment.version_id AS "versionId", version.scenario_id AS "scenarioId",
      left(version.drivers ->> 'startsOn', 7) AS "firstMonth",
      commitment.committed_at AS "committedAt", commitment.withdrawn_at AS "withdrawnAt"
    FROM forecast_commitment AS commitment
    JOIN scenario_version AS version
      ON version.workspace_id = commitment.workspace_id AND version.id = commitment.version_id
    WHERE commitment.workspace_id = ${workspaceId}
    ORDER BY commitment.workflow_id, commitment.stage, commitment.committed_at, commitment.id`;
  return rows.map((row) => ({
    ...row,
    committedAt: row.committedAt.getTime(),
    withdrawnAt: row.withdrawnAt?.getTime() ?? null,
  }));
}
