import "server-only";
import { randomUUID } from "node:crypto";
import type { Repricing, RepricingBody } from "@/lib/contracts/repricings";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentRepricing } from "./present-repricing";
import { NO_PROGRESS, writeDay } from "./repricing-row";

/** Has it tried out in the background what pricing past calls anew would change. It changes nothing. */
export function createRepricing(actor: Actor, body: RepricingBody, now: Date): Promise<Repricing> {
  const workspaceId = actor.workspace.id;
  const { from, to, provider = null, model = null, onlyUnpriced = false } = body;
  return inWorkspace(workspaceId, async (tx) => {
    const row = await tx.repricing.create({
      data: {
        workspaceId,
        id: `rep_${randomUUID()}`,
        status: "trying",
        fromDate: writeDay(from),
        toDate: writeDay(to),
        provider,
        model,
        onlyUnpriced,
        differences: NO_PROGRESS,
        createdById: actor.id,
        createdAt: now,
      },
    });
    const presented = await presentRepricing(tx, row);
    await recordAudit(tx, {
      actor,
      action: "repricing.started",
      subject: `repricing:${row.id}`,
      detail: { from, to, provider, model, onlyUnpriced },
    });
    return presented;
  });
}
