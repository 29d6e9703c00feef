import "server-only";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";

/** The sums of a tag with many values on many days. */
const TIMEOUT_MS = 2 * 60 * 1000;

/** Forgets the sums of a tag. The calls keep it, so that it can be tracked again. */
export function untrackTag(actor: Actor, trackedTagId: string): Promise<void> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(
    workspaceId,
    async (tx) => {
      await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
      const where = { workspaceId_id: { workspaceId, id: trackedTagId } };
      const tag = await tx.trackedTag.findUnique({ where });
      if (tag === null) throw new RequestError("not_found", "No tracked tag of this workspace has this id.");
      const { key } = tag;
      await tx.trackedTag.delete({ where });
      await tx.trackedTagValue.deleteMany({ where: { workspaceId, tagKey: key } });
      await tx.usageDailyTag.deleteMany({ where: { workspaceId, tagKey: key } });
      await recordAudit(tx, { actor, action: "tag.untracked", subject: `tag:${tag.id}`, detail: { key } });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
