// Called by the menu of a scenario.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { duplicateScenario } from "@/lib/server/scenarios/duplicate-scenario";

export const POST = handle(scenarioEndpoints.duplicateScenario, ({ actor, params }) =>
  duplicateScenario(actor, params.scenarioId),
);
