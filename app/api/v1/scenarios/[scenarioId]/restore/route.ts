// Called by the undo button after a scenario was deleted.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { restoreScenario } from "@/lib/server/scenarios/restore-scenario";

export const POST = handle(scenarioEndpoints.restoreScenario, ({ actor, params }) =>
  restoreScenario(actor, params.scenarioId),
);
