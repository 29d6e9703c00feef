import "server-only";
import type { z } from "zod";
import { scenarioDriversSchema } from "@/lib/contracts/scenarios";

/** Drivers as they were stored, checked as they come back. */
export function readDrivers(stored: unknown): z.output<typeof scenarioDriversSchema> {
  return scenarioDriversSchema.parse(stored);
}
