import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { workflowBodySchema } from "@/lib/contracts/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Workflow } from "@/lib/server/generated/prisma/client";
import { RequestError } from "@/lib/server/http/request-error";
import { slugOf } from "@/lib/server/settings/workspace-slug";

export type WorkflowBody = z.output<typeof workflowBodySchema>;

/**
 * A workflow under a name of its own. One that calls have named before anyone defined it is taken over, calls and all.
 */
export async function defineWorkflow(tx: Transaction, actor: Actor, body: WorkflowBody): Promise<Workflow> {
  const workspaceId = actor.workspace.id;
  const slug = body.slug ?? slugOf(body.name, "workflow");
  const about = { name: body.name, owner: body.owner ?? null, costCentre: body.costCentre ?? null };

  const [created] = await tx.workflow.createManyAndReturn({
    data: { workspaceId, id: `wfl_${randomUUID()}`, slug, ...about },
    skipDuplicates: true,
  });
  const [workflow] = created
    ? [created]
    : await tx.workflow.updateManyAndReturn({
        where: { workspaceId, slug, discovered: true },
        data: { ...about, discovered: false },
      });
  if (!workflow) throw slugTaken(slug, body.slug === undefined ? "name" : "slug");

  await recordAudit(tx, {
    actor,
    action: "workflow.defined",
    subject: `workflow:${workflow.id}`,
    detail: { slug, ...about, wasDiscovered: !created },
  });
  return workflow;
}

export function slugTaken(slug: string, path: "name" | "slug"): RequestError {
  const message = `There is a workflow “${slug}” already`;
  return new RequestError("already_exists", `${message}.`, [{ path, message }]);
}
