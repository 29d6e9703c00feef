import { divideHalfEven, nanoUsd, type NanoUsd } from "@/lib/money";
import type { Scenario, Workflow } from "@/lib/contracts/scenarios";
import type { Stage } from "@/lib/contracts/values";
import { lastDayOfStage } from "@/lib/scenarios";
import { formatDate } from "@/lib/time";

export const STAGES: readonly { stage: Stage; name: string; proves: string }[] = [
  { stage: "prototype", name: "Prototype", proves: "Is it feasible?" },
  { stage: "pilot", name: "Pilot", proves: "Is it repeatable?" },
  { stage: "production", name: "Production", proves: "Is it reliable at a controlled spend?" },
];

export interface BoardRow {
  workflow: Workflow;
  cells: Record<Stage, Scenario[]>;
}

/** One row for each workflow: those with a scenario first, then by name. */
export function prepareBoard(workflows: readonly Workflow[], scenarios: readonly Scenario[]): BoardRow[] {
  const rows = workflows.map((workflow) => {
    const own = scenarios.filter((scenario) => scenario.workflow.id === workflow.id);
    const inStage = (stage: Stage) => own.filter((scenario) => scenario.stage === stage);
    return {
      workflow,
      cells: { prototype: inStage("prototype"), pilot: inStage("pilot"), production: inStage("production") },
      isEmpty: own.length === 0,
    };
  });
  return rows
    .sort(
      (a, b) => Number(a.isEmpty) - Number(b.isEmpty) || a.workflow.name.localeCompare(b.workflow.name, "en"),
    )
    .map(({ workflow, cells }) => ({ workflow, cells }));
}

/** What the scenario costs in an average month of its stage; null while something in it has no price. */
export function averageMonthNanoUsd({
  projection,
  drivers,
}: Pick<Scenario, "projection" | "drivers">): NanoUsd | null {
  if (projection.status === "unpriced") return null;
  return nanoUsd(divideHalfEven(BigInt(projection.totalNanoUsd), BigInt(drivers.lengthMonths)));
}

/** The first and the last day of the stage. */
export function spanText({ startsOn, lengthMonths }: Scenario["drivers"]): string {
  return `${formatDate(startsOn)} – ${formatDate(lastDayOfStage(startsOn, lengthMonths))}`;
}
