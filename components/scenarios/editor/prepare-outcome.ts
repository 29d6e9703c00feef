import type { PriceBook } from "@/lib/pricing";
import {
  projectScenario,
  type Projection,
  type ScenarioDrivers,
  type ScenarioProblem,
} from "@/lib/scenarios";
import { checkDrivers } from "./check-drivers";

export type PricedProjection = Extract<Projection, { status: "priced" }>;

/** What to draw for drivers: their projection, or the last one that there was and why there is none. */
export interface Outcome {
  /** The drivers that the projection is of. */
  drivers: ScenarioDrivers;
  /** Null where nothing could ever be projected. */
  projection: PricedProjection | null;
  isStale: boolean;
  problems: readonly ScenarioProblem[];
  /** Drivers without a price may be saved, invalid ones may not. */
  canSave: boolean;
}

/** How far back a projection is looked for; further back it would be of another plan. */
const MOST_LOOKED_BACK = 40;

/** One for all, so that what draws problems need not draw again while there are none. */
const NO_PROBLEMS: readonly ScenarioProblem[] = [];

/** `earlier` are the drivers before, the newest last. */
export function prepareOutcome(
  drivers: ScenarioDrivers,
  earlier: readonly ScenarioDrivers[],
  book: PriceBook,
): Outcome {
  const invalid = checkDrivers(drivers);
  const projection = invalid.length > 0 ? null : projectScenario(drivers, book);
  if (projection?.status === "priced") {
    return { drivers, projection, isStale: false, problems: NO_PROBLEMS, canSave: true };
  }
  const problems = projection?.problems ?? invalid;
  const canSave = invalid.length === 0;
  for (const before of earlier.slice(-MOST_LOOKED_BACK).reverse()) {
    if (checkDrivers(before).length > 0) continue;
    const last = projectScenario(before, book);
    if (last.status === "priced") {
      return { drivers: before, projection: last, isStale: true, problems, canSave };
    }
  }
  return { drivers, projection: null, isStale: true, problems, canSave };
}
