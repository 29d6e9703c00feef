import "server-only";
import type { Overview } from "@/lib/contracts/overview";
import { stageSchema } from "@/lib/contracts/values";
import { lastDayOfStage } from "@/lib/scenarios";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { readDrivers } from "@/lib/server/scenarios/read-drivers";

/**
 * When each workflow is at which stage: as committed, or where nothing is committed as the scenario that was edited last
 * has it. A workflow without scenarios does not appear.
 */
export async function listStageSpans(
  tx: Transaction,
  workspaceId: string,
  workflows: readonly { id: string; slug: string; name: string }[],
): Promise<Overview["stages"]> {
  const commitments = await tx.forecastCommitment.findMany({
    where: { workspaceId, withdrawnAt: null },
    orderBy: [{ committedAt: "asc" }, { id: "asc" }],
    select: {
      workflowId: true,
      stage: true,
      version: { select: { scenarioId: true, drivers: true } },
    },
  });
  const scenarios = await tx.scenario.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
    select: { id: true, workflowId: true, stage: true, drivers: true },
  });

  const plans = [
    ...scenarios.map(({ id, ...plan }) => ({ ...plan, scenarioId: id, committed: false })),
    ...commitments.map(({ version, ...plan }) => ({ ...plan, ...version, committed: true })),
  ];
  // In order of precedence: of one workflow and stage the last one stays.
  const spans = new Map(
    plans.map(({ workflowId, stage, scenarioId, drivers, committed }) => {
      const { startsOn, lengthMonths } = readDrivers(drivers);
      const span = {
        stage: stageSchema.parse(stage),
        scenarioId,
        from: startsOn,
        to: lastDayOfStage(startsOn, lengthMonths),
        committed,
      };
      return [`${workflowId} ${stage}`, { workflowId, span }];
    }),
  );
  return workflows.flatMap(({ id, slug, name }) => {
    const ofWorkflow = [...spans.values()]
      .filter(({ workflowId }) => workflowId === id)
      .map(({ span }) => span)
      .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    return ofWorkflow.length === 0 ? [] : { workflow: { id, slug, name }, spans: ofWorkflow };
  });
}
