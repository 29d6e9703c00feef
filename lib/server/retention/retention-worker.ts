import "server-only";
import { startWorker } from "@/lib/server/background/start-worker";
import { currentTime } from "@/lib/server/clock";
import { findFreeDrops } from "./claim-drop";
import { findFollowing, followDrops } from "./follow-drops";
import { runDrop } from "./run-drop";

/** From now on this process drops the calls that were named, and looks for days that have become old enough to follow. */
export function startRetentionWorker(): void {
  startWorker({
    name: "retention",
    maxParallel: 1,
    findOpen: findFreeDrops,
    run: (workspaceId, id) => runDrop(workspaceId, id, currentTime),
  });
  startWorker({
    name: "retention_following",
    maxParallel: 1,
    findOpen: () => findFollowing(currentTime()),
    run: (workspaceId) => followDrops(workspaceId, currentTime()),
  });
}
