import "server-only";
import { scenarioBodySchema, type Scenario, type Workflow } from "@/lib/contracts/scenarios";
import { scenarioTemplates } from "@/lib/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { auditCreation, insertScenario } from "./create-scenario";
import { defineWorkflow, type WorkflowBody } from "./define-workflow";
import { presentScenarios, type ScenarioRow } from "./present-scenarios";
import { presentWorkflow } from "./present-workflow";

interface FromTemplate {
  template: string;
  workflow: WorkflowBody;
  startsOn: string;
  provider?: string | undefined;
}

/** A new workflow with the template's stages, one after the other from the given day. All of it or nothing. */
export async function createFromTemplate(
  actor: Actor,
  { template: key, workflow: about, startsOn, provider }: FromTemplate,
): Promise<{ workflow: Workflow; scenarios: Scenario[] }> {
  const workspaceId = actor.workspace.id;
  const template = scenarioTemplates(startsOn, provider).find((candidate) => candidate.key === key);
  if (!template) {
    const message = `There is no template “${key}”`;
    throw new RequestError("invalid_request", `template: ${message}.`, [{ path: "template", message }]);
  }
  return inWorkspace(workspaceId, async (tx) => {
    const workflow = await defineWorkflow(tx, actor, about);
    const rows: ScenarioRow[] = [];
    for (const scenario of template.scenarios) {
      const body = scenarioBodySchema.parse({ ...scenario, workflowId: workflow.id });
      const row = await insertScenario(tx, actor, body);
      await auditCreation(tx, actor, row);
      rows.push(row);
    }
    return {
      workflow: presentWorkflow(workflow),
      scenarios: await presentScenarios(tx, workspaceId, rows),
    };
  });
}
