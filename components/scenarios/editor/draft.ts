import type { Scenario } from "@/lib/contracts/scenarios";
import type { ScenarioDrivers, StagePurpose } from "@/lib/scenarios";

/** What the editor changes before it is saved. Its drivers have the right form but need not be valid. */
export interface Draft {
  name: string;
  purpose: StagePurpose;
  drivers: ScenarioDrivers;
}

export function draftOf({ name, purpose, drivers }: Pick<Scenario, "name" | "purpose" | "drivers">): Draft {
  return { name, purpose, drivers };
}

/** Whether two values of plain data are equal, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
