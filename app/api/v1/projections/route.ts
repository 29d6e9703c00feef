// Called by programs; the screens project in the browser with the same module.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { projectDrivers } from "@/lib/server/scenarios/project-drivers";

export const POST = handle(scenarioEndpoints.project, ({ actor, body }) =>
  projectDrivers(actor.workspace, body.drivers),
);
