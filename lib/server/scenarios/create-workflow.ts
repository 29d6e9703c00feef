import "server-only";
import type { Workflow } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { defineWorkflow, type WorkflowBody } from "./define-workflow";
import { presentWorkflow } from "./present-workflow";

export async function createWorkflow(actor: Actor, body: WorkflowBody): Promise<Workflow> {
  return presentWorkflow(await inWorkspace(actor.workspace.id, (tx) => defineWorkflow(tx, actor, body)));
}
