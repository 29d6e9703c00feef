import "server-only";
import type { IngestAnswer, IngestResult } from "@/lib/contracts/calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { checkCall, type CallCheck, type CheckedCall } from "./check-call";
import { recordCheckedCalls, type RecordedStatus, type RecordOptions } from "./record-checked-calls";
import { recordTogether } from "./record-together";

/** Requests of up to so many calls share a transaction. */
const FEW_CALLS = 50;

/**
 * Records what clients logged and answers for each item, in order. Each item is judged by itself; those that are calls
 * are written in one transaction, and none is acknowledged before it is committed. A call that is known is not counted
 * again, and under a known id another payload is a conflict.
 */
export async function recordCalls(
  workspace: { id: string },
  items: readonly unknown[],
  now: Date,
  options: Omit<RecordOptions, "now"> = {},
): Promise<IngestAnswer> {
  const checks = items.map((item) => checkCall(item, now));
  return recordChecks(workspace, checks, now, options);
}

/** The same for items that were read before, of which some could not be. */
export async function recordChecks(
  workspace: { id: string },
  checks: readonly CallCheck[],
  now: Date,
  options: Omit<RecordOptions, "now"> = {},
): Promise<IngestAnswer> {
  const calls: CheckedCall[] = checks.flatMap((check) => ("checked" in check ? check.checked : []));
  const statuses = calls.length === 0 ? [] : await record(workspace.id, calls, { ...options, now });

  const counts = { created: 0, exists: 0, conflict: 0, invalid: 0 };
  let position = 0;
  const results = checks.map((check): IngestResult => {
    if ("errors" in check) {
      counts.invalid += 1;
      return { id: check.id, status: "invalid", errors: check.errors };
    }
    const { id } = check.checked.call;
    const recorded = statuses[position++];
    if (typeof recorded === "object") {
      counts.invalid += 1;
      return { id, status: "invalid", errors: [recorded.refused] };
    }
    const status = toAnswer(recorded);
    counts[status] += 1;
    return { id, status };
  });
  return { results, counts };
}

function record(
  workspaceId: string,
  calls: readonly CheckedCall[],
  options: RecordOptions,
): Promise<RecordedStatus[]> {
  return calls.length <= FEW_CALLS
    ? recordTogether(workspaceId, calls, options)
    : inWorkspace(workspaceId, (tx) => recordCheckedCalls(tx, workspaceId, calls, options));
}

/** To a client it makes no difference whether a call came before in this request or in another. */
function toAnswer(status: Extract<RecordedStatus, string> | undefined): "created" | "exists" | "conflict" {
  if (status === undefined) throw new Error("Every call that is checked has a status.");
  return status === "repeated" ? "exists" : status;
}
