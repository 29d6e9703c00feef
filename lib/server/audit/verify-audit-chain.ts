import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { FIRST_PREVIOUS_HASH, hashAuditEvent } from "./hash-audit-event";

export type AuditVerdict =
  | { intact: true; events: number }
  /** The first event that does not follow from the one before it. */
  | { intact: false; sequence: bigint; problem: "missing" | "relinked" | "altered" };

const PAGE = 1000;

/**
 * Recomputes the whole chain of a workspace. It sees an event that was changed, put in or taken out; events cut off
 * at the end can only be seen by whoever kept the last hash.
 */
export async function verifyAuditChain(workspaceId: string): Promise<AuditVerdict> {
  let sequence = 0n;
  let hash = FIRST_PREVIOUS_HASH;
  for (;;) {
    const events = await inWorkspace(workspaceId, (tx) =>
      tx.auditEvent.findMany({
        where: { workspaceId, sequence: { gt: sequence } },
        orderBy: { sequence: "asc" },
        take: PAGE,
      }),
    );
    for (const event of events) {
      sequence += 1n;
      if (event.sequence !== sequence) return { intact: false, sequence, problem: "missing" };
      if (event.previousHash !== hash) return { intact: false, sequence, problem: "relinked" };
      if (event.hash !== hashAuditEvent(event)) return { intact: false, sequence, problem: "altered" };
      hash = event.hash;
    }
    if (events.length < PAGE) return { intact: true, events: Number(sequence) };
  }
}
