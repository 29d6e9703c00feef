import "server-only";
import { startWorker } from "@/lib/server/background/start-worker";
import { currentTime } from "@/lib/server/clock";
import { findOpenRepricings } from "./claim-repricing";
import { runRepricing } from "./run-repricing";

/** From now on this process tries and applies repricings, one at a time, because an application holds back new calls. */
export function startRepricingWorker(): void {
  startWorker({
    name: "repricing",
    maxParallel: 1,
    findOpen: findOpenRepricings,
    run: (workspaceId, id) => runRepricing(workspaceId, id, currentTime),
  });
}
