import "server-only";
import { describeError, log } from "@/lib/server/logger";

const LOOK_EVERY_MS = 1000;

/** Work that waits in the database for whichever process has time. Of several that take up one piece, one does it. */
export interface BackgroundWork {
  name: string;
  /** More pieces at a time would only take longer each, and memory. */
  maxParallel: number;
  findOpen: () => Promise<{ workspaceId: string; id: string }[]>;
  run: (workspaceId: string, id: string) => Promise<void>;
}

const workers = new Map<string, NodeJS.Timeout>();

/** From now on this process looks for such work and does it. Any number of processes may. */
export function startWorker({ name, maxParallel, findOpen, run }: BackgroundWork): void {
  if (workers.has(name)) return;
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
  workers.set(name, timer);
}

export function stopWorkers(): void {
  for (const timer of workers.values()) clearInterval(timer);
  workers.clear();
}
