import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { CheckedCall } from "./check-call";
import { recordCheckedCalls, type RecordedStatus, type RecordOptions } from "./record-checked-calls";

interface Waiting {
  calls: readonly CheckedCall[];
  options: RecordOptions;
  resolve: (statuses: RecordedStatus[]) => void;
  reject: (reason: unknown) => void;
}

/** A transaction of a thousand calls is about as fast a call as a larger one. */
const MOST_CALLS_TOGETHER = 1000;

/** By workspace and by who logs. An entry is there while a transaction of its runs. */
const queues = new Map<string, Waiting[]>();

/**
 * Records a few calls. While one transaction is being committed, what else the same key logs waits and goes into the
 * next one together, so that many small requests do not cost a commit each; a request that comes alone does not wait.
 * Each is answered after the commit of its own calls.
 */
export function recordTogether(
  workspaceId: string,
  calls: readonly CheckedCall[],
  options: RecordOptions,
): Promise<RecordedStatus[]> {
  const key = JSON.stringify([workspaceId, options.actor?.id ?? null]);
  return new Promise((resolve, reject) => {
    const waiting = { calls, options, resolve, reject };
    const queue = queues.get(key);
    if (queue) {
      queue.push(waiting);
      return;
    }
    const fresh = [waiting];
    queues.set(key, fresh);
    void drain(workspaceId, key, fresh);
  });
}

async function drain(workspaceId: string, key: string, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) await record(workspaceId, takeGroup(queue));
  queues.delete(key);
}

function takeGroup(queue: Waiting[]): Waiting[] {
  let calls = 0;
  const size = queue.findIndex((waiting) => (calls += waiting.calls.length) > MOST_CALLS_TOGETHER);
  return queue.splice(0, size === -1 ? queue.length : Math.max(1, size));
}

async function record(workspaceId: string, group: readonly Waiting[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  try {
    const calls = group.flatMap((waiting) => waiting.calls);
    const statuses = await inWorkspace(workspaceId, (tx) =>
      recordCheckedCalls(tx, workspaceId, calls, first.options),
    );
    let position = 0;
    for (const waiting of group) {
      waiting.resolve(statuses.slice(position, (position += waiting.calls.length)));
    }
  } catch (error) {
    if (group.length === 1) first.reject(error);
    // What one request brought must not fail the others, so each is tried by itself.
    else for (const waiting of group) await record(workspaceId, [waiting]);
  }
}
