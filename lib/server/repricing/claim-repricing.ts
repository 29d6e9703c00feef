import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { runTransaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { getRepricingRow, type RepricingRow } from "./repricing-row";

/**
 * A repricing is anyone's that no server has begun, or whose server has not finished a day for so long that it must have
 * died. Should it be alive after all, its next day finds that somebody else went on, and it stops.
 */
const OPEN = Prisma.sql`(
  status IN ('trying', 'applying')
  AND COALESCE(heartbeat_at, '-infinity') < clock_timestamp() - interval '10 seconds')`;

/** The repricings of all workspaces that wait for a server. Row-level security lets this setting see no others. */
export function findOpenRepricings(): Promise<{ workspaceId: string; id: string }[]> {
  return runTransaction(
    "app.open_repricings",
    "visible",
    (tx) => tx.$queryRaw<{ workspaceId: string; id: string }[]>`
      SELECT workspace_id AS "workspaceId", id FROM repricing WHERE ${OPEN} ORDER BY created_at, id LIMIT 100`,
  );
}

/** Makes this server the one that goes on with it; null when another one was quicker. */
export function claimRepricing(workspaceId: string, id: string): Promise<RepricingRow | null> {
  return inWorkspace(workspaceId, async (tx) => {
    const claimed = await tx.$executeRaw`
      UPDATE repricing SET heartbeat_at = clock_timestamp()
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND ${OPEN}`;
    return claimed === 0 ? null : getRepricingRow(tx, workspaceId, id);
  });
}
