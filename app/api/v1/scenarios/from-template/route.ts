// Called by the scenario board when a workflow starts from a template.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { createFromTemplate } from "@/lib/server/scenarios/create-from-template";

export const POST = handle(scenarioEndpoints.createFromTemplate, ({ actor, body }) =>
  createFromTemplate(actor, body),
);
