import type { Stage } from "@/lib/scenarios";

interface OrderedLine {
  workflow: { id: string; name: string } | null;
  stage: Stage | null;
  actualNanoUsd: bigint;
  forecastNanoUsd: bigint | null;
}

const STAGES: readonly (Stage | null)[] = ["prototype", "pilot", "production", null];

/** Workflows together, the dearest first and none last; within one, its stages in the order in which it goes through them. */
export function inReadingOrder<Line extends OrderedLine>(lines: readonly Line[]): Line[] {
  const actuals = new Map<string, bigint>();
  const forecasts = new Map<string, bigint>();
  for (const { workflow, actualNanoUsd, forecastNanoUsd } of lines) {
    if (workflow === null) continue;
    actuals.set(workflow.id, (actuals.get(workflow.id) ?? 0n) + actualNanoUsd);
    forecasts.set(workflow.id, (forecasts.get(workflow.id) ?? 0n) + (forecastNanoUsd ?? 0n));
  }
  return lines.toSorted(
    (a, b) =>
      ascending(Number(a.workflow === null), Number(b.workflow === null)) ||
      ascending(amountOf(actuals, b), amountOf(actuals, a)) ||
      ascending(amountOf(forecasts, b), amountOf(forecasts, a)) ||
      ascending(a.workflow?.name ?? "", b.workflow?.name ?? "") ||
      ascending(a.workflow?.id ?? "", b.workflow?.id ?? "") ||
      ascending(STAGES.indexOf(a.stage), STAGES.indexOf(b.stage)),
  );
}

function amountOf(amounts: ReadonlyMap<string, bigint>, { workflow }: OrderedLine): bigint {
  return workflow === null ? 0n : (amounts.get(workflow.id) ?? 0n);
}

function ascending<Value extends bigint | number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
