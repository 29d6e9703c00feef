import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { runTransaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { getImportRow, type ImportRow } from "./import-row";

/**
 * An import is anyone's that is queued, or whose server has neither written a batch nor undone a day for so long that it
 * must have died. Should it be alive after all, its next batch finds that somebody else went on, and it stops.
 */
const OPEN = Prisma.sql`(
  status = 'queued'
  OR (status IN ('running', 'undoing') AND COALESCE(heartbeat_at, '-infinity') < clock_timestamp() - interval '10 seconds'))`;

/** The imports of all workspaces that wait for a server. Row-level security lets this setting see no others. */
export function findOpenImports(): Promise<{ workspaceId: string; id: string }[]> {
  return runTransaction(
    "app.open_imports",
    "visible",
    (tx) => tx.$queryRaw<{ workspaceId: string; id: string }[]>`
      SELECT workspace_id AS "workspaceId", id FROM call_import WHERE ${OPEN} ORDER BY created_at, id LIMIT 100`,
  );
}

/** Makes this server the one that reads the file, or that undoes the import; null when another one was quicker. */
export function claimImport(workspaceId: string, id: string): Promise<ImportRow | null> {
  return inWorkspace(workspaceId, async (tx) => {
    const claimed = await tx.$executeRaw`
      UPDATE call_import SET
        status = CASE status WHEN 'undoing' THEN 'undoing' ELSE 'running' END, heartbeat_at = clock_timestamp()
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND ${OPEN}`;
    return claimed === 0 ? null : getImportRow(tx, workspaceId, id);
  });
}
