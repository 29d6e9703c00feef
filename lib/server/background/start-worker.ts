import "server-only";
import { readEnvironment } from "@/lib/server/env";
import { describeError, log } from "@/lib/server/logger";

const LOOK_EVERY_MS = 1000;

/** Work that waits in the database for whichever server has time. Of several servers that run one piece, one does it. */
export interface BackgroundWork {
  name: string;
  /** Requests are answered by the same process, so only so many pieces are worked on at a time. */
  maxParallel: number;
  findOpen: () => Promise<{ workspaceId: string; id: string }[]>;
  run: (workspaceId: string, id: string) => Promise<void>;
}

/** Kept on the global object, because the development server loads modules anew at every change. */
const kept = globalThis as { pixelcastWorkers?: Map<string, NodeJS.Timeout> | undefined };

/**
 * From now on this server looks for such work and does it. Any number of servers may. A server without a database,
 * which only a build is, has none to do.
 */
export function startWorker({ name, maxParallel, findOpen, run }: BackgroundWork): void {
  const workers = (kept.pixelcastWorkers ??= new Map<string, NodeJS.Timeout>());
  if (workers.has(name) || readEnvironment().databaseUrl === undefined) return;
  const running = new Set<string>();
  let isLooking = false;
  let isReachable = true;

  const look = async () => {
    for (const { workspaceId, id } of await findOpen()) {
      if (running.size >= maxParallel) return;
      if (running.has(id)) continue;
      running.add(id);
      run(workspaceId, id)
        .catch((error: unknown) => log("warn", `${name}_interrupted`, { id, error: describeError(error) }))
        .finally(() => running.delete(id));
    }
  };
  const timer = setInterval(() => {
    if (isLooking || running.size >= maxParallel) return;
    isLooking = true;
    look()
      .then(() => (isReachable = true))
      .catch((error: unknown) => {
        // Once, and not every second for as long as the database is away.
        if (isReachable) log("warn", `${name}_not_looked_up`, { error: describeError(error) });
        isReachable = false;
      })
      .finally(() => (isLooking = false));
  }, LOOK_EVERY_MS);
  // Waiting for work is no reason to keep a process alive.
  workers.set(name, timer.unref());
}

export function stopWorkers(): void {
  for (const timer of kept.pixelcastWorkers?.values() ?? []) clearInterval(timer);
  kept.pixelcastWorkers?.clear();
}
