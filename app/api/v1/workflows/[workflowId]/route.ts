// Called by the dialog that edits a workflow.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { updateWorkflow } from "@/lib/server/scenarios/update-workflow";

export const PATCH = handle(scenarioEndpoints.updateWorkflow, ({ actor, params, body }) =>
  updateWorkflow(actor, params.workflowId, body),
);
