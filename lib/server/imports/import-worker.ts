import "server-only";
import { startWorker } from "@/lib/server/background/start-worker";
import { currentTime } from "@/lib/server/clock";
import { findOpenImports } from "./claim-import";
import { runImport } from "./run-import";

/** From now on this process reads queued files; each file is read by one process. */
export function startImportWorker(): void {
  startWorker({
    name: "import",
    maxParallel: 2,
    findOpen: findOpenImports,
    run: (workspaceId, id) => runImport(workspaceId, id, currentTime),
  });
}
