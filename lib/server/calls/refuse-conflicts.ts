import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit, systemActor } from "@/lib/server/audit/record-audit";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { CheckedCall } from "./check-call";

type AuditActor = Parameters<typeof recordAudit>[1]["actor"];

/** More ids would make the audit log unreadable; the list of conflicts has them all. */
const MAX_AUDITED_IDS = 20;

/**
 * Keeps calls that came under a known id with another payload, for someone to look at, and notes them in the audit log.
 * A payload that was refused before is not kept or noted again.
 */
export async function refuseConflicts(
  tx: Transaction,
  workspaceId: string,
  conflicts: readonly CheckedCall[],
  { actor = systemActor({ id: workspaceId }), now }: { actor?: AuditActor | undefined; now: Date },
): Promise<void> {
  if (conflicts.length === 0) return;
  const rows = conflicts.map(({ call, canonical, payloadHash }) => ({
    id: `cnf_${randomUUID()}`,
    call_id: call.id,
    payload: canonical,
    payload_hash: `\\x${payloadHash}`,
  }));
  const kept = await tx.$queryRaw<{ callId: string }[]>`
    INSERT INTO call_conflict (workspace_id, id, call_id, payload, payload_hash, received_at)
    SELECT ${workspaceId}, id, call_id, payload::jsonb, payload_hash, ${now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS refused(id text, call_id text, payload text, payload_hash bytea)
    ORDER BY call_id, payload_hash
    ON CONFLICT (workspace_id, call_id, payload_hash) DO NOTHING
    RETURNING call_id AS "callId"`;
  if (kept.length === 0) return;

  const [first] = kept;
  await recordAudit(tx, {
    actor,
    action: "call.conflict_refused",
    subject: `call:${first?.callId}`,
    detail: { count: kept.length, callIds: kept.slice(0, MAX_AUDITED_IDS).map(({ callId }) => callId) },
  });
}
