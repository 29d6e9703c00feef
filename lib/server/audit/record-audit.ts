import "server-only";
import { randomUUID } from "node:crypto";
import { currentTime } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { FIRST_PREVIOUS_HASH, hashAuditEvent } from "./hash-audit-event";

/** Whoever did it: any `Actor`, or the product itself in a workspace. */
interface AuditActor {
  id: string;
  name: string;
  workspace: { id: string };
}

export function systemActor(workspace: { id: string }): AuditActor {
  return { id: "system", name: "Pixelcast", workspace };
}

export interface AuditEntry {
  actor: AuditActor;
  /** What was done, such as `member.role_changed`. */
  action: string;
  /** What it was done to, such as `member:mbr_1`. */
  subject: string;
  detail?: Prisma.InputJsonObject;
}

/**
 * Adds an event to the workspace's audit chain, in the transaction that makes the change, so that neither exists
 * without the other. Call it last: from here to the commit, other audited changes of the workspace wait.
 */
export async function recordAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { actor, action, subject, detail = {} } = entry;
  const workspaceId = actor.workspace.id;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit:${workspaceId}`}, 0))`;
  const last = await tx.auditEvent.findFirst({
    where: { workspaceId },
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  const event = {
    workspaceId,
    id: `aud_${randomUUID()}`,
    sequence: (last?.sequence ?? 0n) + 1n,
    at: currentTime(),
    actorId: actor.id,
    actorName: actor.name,
    action,
    subject,
    detail,
    previousHash: last?.hash ?? FIRST_PREVIOUS_HASH,
  };
  await tx.auditEvent.create({ data: { ...event, hash: hashAuditEvent(event) } });
}
