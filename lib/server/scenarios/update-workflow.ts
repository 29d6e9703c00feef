import "server-only";
import type { Workflow } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { isSlugTaken } from "@/lib/server/settings/is-slug-taken";
import { slugTaken, type WorkflowBody } from "./define-workflow";
import { presentWorkflow } from "./present-workflow";

type WorkflowChanges = { [Key in keyof WorkflowBody]?: WorkflowBody[Key] | undefined };

const FIELDS = ["name", "slug", "owner", "costCentre"] as const;

/** Changes what is said about a workflow. From then on it counts as defined, even if calls had named it first. */
export async function updateWorkflow(
  actor: Actor,
  workflowId: string,
  changes: WorkflowChanges,
): Promise<Workflow> {
  const workspaceId = actor.workspace.id;
  const work = async (tx: Transaction) => {
    // Held until the transaction ends, so that of two changes at once neither writes back what the other replaced.
    await tx.$queryRaw`
      SELECT id FROM workflow WHERE workspace_id = ${workspaceId} AND id = ${workflowId} FOR NO KEY UPDATE`;
    const where = { workspaceId_id: { workspaceId, id: workflowId } };
    const before = await tx.workflow.findUnique({ where });
    if (before === null) throw new RequestError("not_found", "No workflow of this workspace has this id.");

    const after = await tx.workflow.update({
      where,
      data: {
        name: changes.name ?? before.name,
        slug: changes.slug ?? before.slug,
        owner: changes.owner === undefined ? before.owner : changes.owner,
        costCentre: changes.costCentre === undefined ? before.costCentre : changes.costCentre,
        discovered: false,
      },
    });
    const changed = FIELDS.filter((field) => before[field] !== after[field]);
    if (changed.length > 0 || before.discovered) {
      await recordAudit(tx, {
        actor,
        action: "workflow.updated",
        subject: `workflow:${workflowId}`,
        detail: Object.fromEntries(
          changed.map((field) => [field, { from: before[field], to: after[field] }]),
        ),
      });
    }
    return after;
  };
  try {
    return presentWorkflow(await inWorkspace(workspaceId, work));
  } catch (error) {
    if (changes.slug !== undefined && isSlugTaken(error, "Workflow")) throw slugTaken(changes.slug, "slug");
    throw error;
  }
}
