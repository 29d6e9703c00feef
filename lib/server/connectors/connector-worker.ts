import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { startWorker } from "@/lib/server/background/start-worker";
import { currentTime } from "@/lib/server/clock";
import { findDueConnectors } from "./claim-connector";
import { runConnector } from "./run-connector";

/** From now on this process reads connectors that are due; each is read by one process. */
export function startConnectorWorker(): void {
  startWorker({
    name: "connector",
    maxParallel: 2,
    findOpen: () => findDueConnectors(currentTime()),
    run: (workspaceId, id) =>
      runConnector(workspaceId, id, {
        now: currentTime,
        sleep: (ms) => sleep(ms, undefined, { ref: false }),
      }),
  });
}
