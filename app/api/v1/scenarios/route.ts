// Called by the scenario board and the editor of a new scenario.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { listScenarios } from "@/lib/server/scenarios/list-scenarios";

export const GET = handle(scenarioEndpoints.listScenarios, ({ actor }) => listScenarios(actor.workspace));

export const POST = handle(scenarioEndpoints.createScenario, ({ actor, body }) =>
  createScenario(actor, body),
);
