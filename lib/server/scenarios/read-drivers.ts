import "server-only";
import { scenarioDriversSchema } from "@/lib/contracts/scenarios";
import type { ScenarioDrivers } from "@/lib/scenarios";

/** Drivers as they were stored, checked as they come back. */
export function readDrivers(stored: unknown): ScenarioDrivers {
  return scenarioDriversSchema.parse(stored);
}
