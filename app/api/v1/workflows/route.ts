// Called by the scenario board, its dialogs and the palette.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { createWorkflow } from "@/lib/server/scenarios/create-workflow";
import { listWorkflows } from "@/lib/server/scenarios/list-workflows";

export const GET = handle(scenarioEndpoints.listWorkflows, ({ actor }) => listWorkflows(actor.workspace));

export const POST = handle(scenarioEndpoints.createWorkflow, ({ actor, body }) =>
  createWorkflow(actor, body),
);
