import "server-only";
import type { ProjectionAnswer } from "@/lib/contracts/scenarios";
import { projectScenario, type ScenarioDrivers } from "@/lib/scenarios";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import { presentProjection } from "./present-projection";

/** What drivers would cost at the workspace's prices, without saving anything. */
export async function projectDrivers(
  workspace: { id: string },
  drivers: ScenarioDrivers,
): Promise<ProjectionAnswer> {
  const book = await inWorkspace(workspace.id, (tx) => getPriceBook(tx, workspace.id));
  return presentProjection(projectScenario(drivers, book));
}
