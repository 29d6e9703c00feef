import "server-only";
import { startWorker } from "@/lib/server/background/start-worker";
import { countTag, findOpenTagCounts } from "./count-tag";

/** From now on this server counts the past of tags, one at a time, because counting a day holds back new calls. */
export function startTagCountWorker(): void {
  startWorker({ name: "tag_count", maxParallel: 1, findOpen: findOpenTagCounts, run: countTag });
}
