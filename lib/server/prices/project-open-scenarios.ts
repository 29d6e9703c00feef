import "server-only";
import { stageSchema, type Stage } from "@/lib/contracts/values";
import { projectScenario, type Projection, type ScenarioDrivers } from "@/lib/scenarios";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { findCurrentForecasts } from "@/lib/server/scenarios/find-current-forecasts";
import { readDrivers } from "@/lib/server/scenarios/read-drivers";
import type { PriceChange } from "./price-change";

/** An open scenario at two price books. */
export interface TwiceProjected {
  id: string;
  name: string;
  stage: Stage;
  workflow: { id: string; slug: string; name: string };
  drivers: ScenarioDrivers;
  before: Projection;
  after: Projection;
  /** It is made with the provider and model whose price changes. */
  isConcerned: boolean;
  /** Of the alternatives for a workflow and stage, the one that counts: the committed one, else the one edited last. */
  isPlanned: boolean;
}

/** Every scenario that was not deleted, the oldest first. */
export async function projectOpenScenarios(
  tx: Transaction,
  workspaceId: string,
  change: PriceChange,
): Promise<TwiceProjected[]> {
  const rows = await tx.scenario.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { workflow: { select: { id: true, slug: true, name: true } } },
  });
  const committed = await findCurrentForecasts(tx, workspaceId);
  const planned = new Map<string, string>();
  const byPrecedence = rows.toSorted(
    (a, b) =>
      Number(committed.has(a.id)) - Number(committed.has(b.id)) ||
      a.updatedAt.getTime() - b.updatedAt.getTime(),
  );
  for (const { id, workflowId, stage } of byPrecedence) planned.set(`${workflowId} ${stage}`, id);

  return rows.map(({ id, name, stage, workflow, workflowId, drivers: stored }) => {
    const drivers = readDrivers(stored);
    const before = projectScenario(drivers, change.before);
    const after = projectScenario(drivers, change.after);
    const names = drivers.provider === change.provider && drivers.model === change.model;
    return {
      id,
      name,
      stage: stageSchema.parse(stage),
      workflow,
      drivers,
      before,
      after,
      isConcerned: names || cardsOf(before) !== cardsOf(after),
      isPlanned: planned.get(`${workflowId} ${stage}`) === id,
    };
  });
}

/** A dated snapshot of the model may be priced by its card too. */
function cardsOf(projection: Projection): string {
  return projection.status === "priced" ? projection.rateCardIds.join(" ") : "";
}
