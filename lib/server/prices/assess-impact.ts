import "server-only";
import type { PriceImpact } from "@/lib/contracts/price-impact";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { listLoggedMonths } from "./list-logged-months";
import { planMonths } from "./plan-months";
import type { PriceChange } from "./price-change";
import { projectOpenScenarios } from "./project-open-scenarios";
import { presentScenarioImpact } from "./present-scenario-impact";

type Assessed = Pick<PriceImpact, "scenarios" | "budgetNanoUsd" | "plannedMonths" | "loggedMonths" | "reach">;

/** What changes between two price books that differ in one provider and model. Nothing is written. */
export async function assessImpact(
  tx: Transaction,
  workspace: WorkspaceRow,
  change: PriceChange,
): Promise<Assessed> {
  const scenarios = await projectOpenScenarios(tx, workspace.id, change);
  const budget = workspace.monthlyBudgetNanoUsd;
  const loggedMonths = await listLoggedMonths(tx, workspace, change);
  return {
    scenarios: scenarios.filter(({ isConcerned }) => isConcerned).map(presentScenarioImpact),
    budgetNanoUsd: budget?.toString() ?? null,
    plannedMonths: planMonths(
      scenarios.filter(({ isPlanned }) => isPlanned),
      budget,
    ),
    ...loggedMonths,
  };
}
