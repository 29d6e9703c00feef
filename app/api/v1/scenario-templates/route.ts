// Called by the dialog that starts a workflow from a template.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { listTemplates } from "@/lib/server/scenarios/list-templates";

export const GET = handle(scenarioEndpoints.listTemplates, ({ actor, now }) =>
  Promise.resolve(listTemplates(actor.workspace, now)),
);
