import "server-only";
import { randomUUID } from "node:crypto";
import { MAX_TRACKED_TAGS, type TrackedTag } from "@/lib/contracts/tags";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { writeDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { BEFORE_ALL_DAYS } from "./end-counting";
import { presentTrackedTag } from "./present-tracked-tag";

/**
 * Tracks a tag: from its commit on every call that carries it is summed up by it too. Whatever was logged before waits to
 * be counted in the background.
 */
export function trackTag(actor: Actor, { key }: { key: string }, now: Date): Promise<TrackedTag> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    // Calls are written with the tags that were tracked when they began.
    await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
    await refuse(tx, workspaceId, key);
    const [days] = await tx.$queryRaw<{ countedFrom: Date | null }[]>`
      SELECT max(local_date) + 1 AS "countedFrom" FROM usage_daily WHERE workspace_id = ${workspaceId}`;
    const countedFrom = days?.countedFrom ?? null;
    const row = await tx.trackedTag.create({
      data: {
        workspaceId,
        id: `tag_${randomUUID()}`,
        key,
        countedFrom: countedFrom ?? writeDay(BEFORE_ALL_DAYS),
        isCounting: countedFrom !== null,
        createdById: actor.id,
        createdAt: now,
      },
    });
    await recordAudit(tx, { actor, action: "tag.tracked", subject: `tag:${row.id}`, detail: { key } });
    return presentTrackedTag(row);
  });
}

async function refuse(tx: Transaction, workspaceId: string, key: string): Promise<void> {
  const tracked = await tx.trackedTag.findMany({ where: { workspaceId }, select: { key: true } });
  if (tracked.some((tag) => tag.key === key))
    throw new RequestError("already_exists", `The tag ${key} is tracked already.`);
  if (tracked.length >= MAX_TRACKED_TAGS)
    throw new RequestError(
      "conflict",
      `${MAX_TRACKED_TAGS} tags are tracked already. Stop tracking one first.`,
    );
}
