import "server-only";
import type { ScenarioImpact } from "@/lib/contracts/price-impact";
import type { Projection } from "@/lib/scenarios";
import type { TwiceProjected } from "./project-open-scenarios";

export function presentScenarioImpact(scenario: TwiceProjected): ScenarioImpact {
  const { id, name, stage, workflow, before, after } = scenario;
  const beforeByMonth = amountsByMonth(before);
  const afterByMonth = amountsByMonth(after);
  const months = [...new Set([...beforeByMonth.keys(), ...afterByMonth.keys()])].sort();
  return {
    id,
    name,
    stage,
    workflow,
    beforeNanoUsd: totalOf(before),
    afterNanoUsd: totalOf(after),
    months: months.map((month) => ({
      month,
      beforeNanoUsd: beforeByMonth.get(month) ?? null,
      afterNanoUsd: afterByMonth.get(month) ?? null,
    })),
    problem: after.status === "priced" ? null : (after.problems[0]?.message ?? null),
  };
}

function amountsByMonth(projection: Projection): Map<string, string> {
  return new Map(
    projection.status === "priced"
      ? projection.months.map(({ month, totalNanoUsd }) => [month, totalNanoUsd.toString()])
      : [],
  );
}

function totalOf(projection: Projection): string | null {
  return projection.status === "priced" ? projection.total.totalNanoUsd.toString() : null;
}
