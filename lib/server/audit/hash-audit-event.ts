import "server-only";
import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";

export const FIRST_PREVIOUS_HASH = "0".repeat(64);

export interface HashedEvent {
  workspaceId: string;
  id: string;
  sequence: bigint;
  at: Date;
  actorId: string;
  actorName: string;
  action: string;
  subject: string;
  detail: unknown;
  previousHash: string;
}

/** SHA-256 over the event and the hash of the one before it, so that no event can be changed or taken out unseen. */
export function hashAuditEvent(event: HashedEvent): string {
  const { workspaceId, id, sequence, at, actorId, actorName, action, subject, detail, previousHash } = event;
  const content = canonicalJson({
    workspaceId,
    id,
    sequence: sequence.toString(),
    at: at.toISOString(),
    actorId,
    actorName,
    action,
    subject,
    detail,
    previousHash,
  });
  return createHash("sha256").update(content).digest("hex");
}
