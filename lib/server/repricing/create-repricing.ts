import "server-only";
import { randomUUID } from "node:crypto";
import type { Repricing, RepricingBody } from "@/lib/contracts/repricings";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { writeDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentRepricing } from "./present-repricing";
import { NO_PROGRESS } from "./repricing-row";

/**
 * Has it tried out in the background what pricing past calls anew would change. It changes nothing. A dry run of the
 * workspace that has not come to its end gives way to it: nobody needs both, and with one at a time no workspace can
 * keep the servers from the repricings of others.
 */
export function createRepricing(actor: Actor, body: RepricingBody, now: Date): Promise<Repricing> {
  const workspaceId = actor.workspace.id;
  const { from, to, provider = null, model = null, onlyUnpriced = false } = body;
  return inWorkspace(workspaceId, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`dry runs:${workspaceId}`}, 0))`;
    const replaced = await tx.repricing.updateManyAndReturn({
      where: { workspaceId, status: "trying" },
      data: {
        status: "cancelled",
        failure: "A newer dry run took its place.",
        finishedAt: now,
        heartbeatAt: null,
      },
      select: { id: true },
    });
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
      detail: { from, to, provider, model, onlyUnpriced, replaced: replaced.map(({ id }) => id) },
    });
    return presented;
  });
}
