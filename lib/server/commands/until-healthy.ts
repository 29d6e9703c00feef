import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { hasEnded } from "./spawn-child";

const READY_PATIENCE_MS = 120_000;

/** Resolves when the web server answers that it and its database are well; throws when it ends or stays silent. */
export async function untilHealthy(child: ChildProcess, origin: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_PATIENCE_MS;
  while (!(await isHealthy(origin))) {
    signal.throwIfAborted();
    if (hasEnded(child)) throw new Error("The web server ended while it was starting.");
    if (Date.now() > deadline) throw new Error(`The web server does not answer at ${origin}/api/health.`);
    await sleep(100);
  }
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(30_000) });
    return answer.ok;
  } catch {
    return false;
  }
}
