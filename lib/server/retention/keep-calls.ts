import "server-only";
import type { Retention } from "@/lib/contracts/retention";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { lockWorkspace } from "@/lib/server/settings/lock-workspace";
import { readRetention } from "./get-retention";

/** Keeps every call that is left: no later day follows, and what is being dropped ends with the day at hand. */
export function keepCalls(actor: Actor): Promise<Retention> {
  const { id } = actor.workspace;
  return inWorkspace(id, async (tx) => {
    await lockWorkspace(tx, id);
    const { callsKeptMonths } = await tx.workspace.findUniqueOrThrow({ where: { id } });
    const stopping = await tx.callDrop.updateManyAndReturn({
      where: { workspaceId: id, status: "running" },
      data: { status: "stopping" },
      select: { id: true },
    });
    if (stopping.length === 0 && callsKeptMonths === null) {
      throw new RequestError("conflict", "No call is being dropped, and no day follows by itself.");
    }
    await tx.workspace.update({ where: { id }, data: { callsKeptMonths: null } });
    const retention = await readRetention(tx, id);
    await recordAudit(tx, {
      actor,
      action: "retention.kept",
      subject: `workspace:${id}`,
      detail: { followedAfterMonths: callsKeptMonths, stopped: stopping.map((drop) => drop.id) },
    });
    return retention;
  });
}
