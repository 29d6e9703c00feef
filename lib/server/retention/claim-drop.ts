import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { runTransaction } from "@/lib/server/db/run-transaction";
import { IS_FREE } from "./drop-row";

/** The droppings of all workspaces that wait for a server. Row-level security lets this setting see no others. */
export function findFreeDrops(): Promise<{ workspaceId: string; id: string }[]> {
  return runTransaction(
    "app.open_drops",
    "visible",
    (tx) => tx.$queryRaw<{ workspaceId: string; id: string }[]>`
      SELECT workspace_id AS "workspaceId", id FROM call_drop WHERE ${IS_FREE} ORDER BY created_at, id LIMIT 100`,
  );
}

/** Makes this server the one that goes on with it; false when another one was quicker. */
export function claimDrop(workspaceId: string, id: string): Promise<boolean> {
  return inWorkspace(workspaceId, async (tx) => {
    const claimed = await tx.$executeRaw`
      UPDATE call_drop SET heartbeat_at = clock_timestamp()
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND ${IS_FREE}`;
    return claimed > 0;
  });
}
