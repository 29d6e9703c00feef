import "server-only";
import { currentTime } from "@/lib/server/clock";
import { readEnvironment } from "@/lib/server/env";
import { describeError, log } from "@/lib/server/logger";
import { findOpenImports } from "./claim-import";
import { runImport } from "./run-import";

const LOOK_EVERY_MS = 1000;

/** Requests are answered by the same process, so files are read two at a time and no more. */
const MAX_PARALLEL = 2;

/** Kept on the global object, because the development server loads modules anew at every change. */
const kept = globalThis as { pixelcastImportWorker?: NodeJS.Timeout | undefined };

/**
 * From now on this server reads queued files. Any number of servers may; each file is read by one of them. A server
 * without a database, which only a build is, has none to read.
 */
export function startImportWorker(): void {
  if (kept.pixelcastImportWorker !== undefined || readEnvironment().databaseUrl === undefined) return;
  const running = new Set<string>();
  let isLooking = false;
  let isReachable = true;

  const look = async () => {
    for (const { workspaceId, id } of await findOpenImports()) {
      if (running.size >= MAX_PARALLEL) return;
      if (running.has(id)) continue;
      running.add(id);
      runImport(workspaceId, id, currentTime)
        .catch((error: unknown) => log("warn", "import_interrupted", { id, error: describeError(error) }))
        .finally(() => running.delete(id));
    }
  };
  const timer = setInterval(() => {
    if (isLooking || running.size >= MAX_PARALLEL) return;
    isLooking = true;
    look()
      .then(() => (isReachable = true))
      .catch((error: unknown) => {
        // Once, and not every second for as long as the database is away.
        if (isReachable) log("warn", "imports_not_looked_up", { error: describeError(error) });
        isReachable = false;
      })
      .finally(() => (isLooking = false));
  }, LOOK_EVERY_MS);
  // Waiting for files is no reason to keep a process alive.
  kept.pixelcastImportWorker = timer.unref();
}

export function stopImportWorker(): void {
  clearInterval(kept.pixelcastImportWorker);
  kept.pixelcastImportWorker = undefined;
}
