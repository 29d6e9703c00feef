import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { stopChild } from "./spawn-child";
import { aborted } from "./stop-requests";

/** What fails at once is not tried again without end at full speed. */
const PAUSE_MS = 1_000;

/** Starts the process again that does the background work when it ends, until the signal aborts; then stops it. */
export async function keepWorking(
  begin: () => ChildProcess,
  report: (message: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const child = begin();
    try {
      await Promise.race([once(child, "exit"), aborted(signal)]);
    } catch {
      // Asked to stop, or it could not be started.
    } finally {
      await stopChild(child);
    }
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) report("Background work has ended unexpectedly; starting it again.");
  }
}
