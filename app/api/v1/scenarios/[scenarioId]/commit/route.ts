// Called by the scenario editor.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { commitScenario } from "@/lib/server/scenarios/commit-scenario";

export const POST = handle(scenarioEndpoints.commitScenario, ({ actor, params, body, now }) =>
  commitScenario(actor, params.scenarioId, body.revision, now),
);
