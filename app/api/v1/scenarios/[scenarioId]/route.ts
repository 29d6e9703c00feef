// Called by the scenario editor.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { deleteScenario } from "@/lib/server/scenarios/delete-scenario";
import { getScenario } from "@/lib/server/scenarios/get-scenario";
import { updateScenario } from "@/lib/server/scenarios/update-scenario";

export const GET = handle(scenarioEndpoints.getScenario, ({ actor, params }) =>
  getScenario(actor.workspace, params.scenarioId),
);

export const PATCH = handle(scenarioEndpoints.updateScenario, ({ actor, params, body, now }) =>
  updateScenario(actor, params.scenarioId, body, now),
);

export const DELETE = handle(scenarioEndpoints.deleteScenario, ({ actor, params, now }) =>
  deleteScenario(actor, params.scenarioId, now),
);
