import "server-only";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { ConflictExhaustedError } from "@/lib/server/db/retry-on-conflict";
import { isDatabaseUnavailable } from "@/lib/server/http/database-unavailable";
import { RequestError } from "@/lib/server/http/request-error";
import { describeError, log } from "@/lib/server/logger";
import { ImportStopped } from "./commit-batch";
import { ImportFailure } from "./import-failure";
import { lockImportRow, type ImportRow } from "./import-row";
import { undoDay } from "./undo-day";

/**
 * Undoes a claimed import day by day, or goes on where a server that died left off. A day that may not be changed any
 * more stops it with a reason; a database that does not answer leaves it as it is, to be taken up again.
 */
export async function runUndo(row: ImportRow, clock: () => Date): Promise<void> {
  const { workspaceId, id } = row;
  try {
    while (await undoDay(workspaceId, id));
    await endUndo(row, null, clock());
  } catch (error) {
    if (error instanceof ImportStopped) return;
    // The workspace was deleted, and its imports with it.
    if (error instanceof RequestError && error.code === "not_found") return;
    if (isDatabaseUnavailable(error) || error instanceof ConflictExhaustedError) throw error;
    const isExpected = error instanceof ImportFailure;
    if (!isExpected) log("error", "undo_failed", { importId: id, error: describeError(error) });
    const reason = isExpected ? error.message : "Something went wrong on our side. It was logged.";
    await endUndo(row, reason, clock());
  }
}

async function endUndo({ workspaceId, id }: ImportRow, failure: string | null, now: Date): Promise<void> {
  await inWorkspace(workspaceId, async (tx) => {
    const row = await lockImportRow(tx, workspaceId, id);
    if (row.status !== "undoing") return;
    await tx.callImport.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: {
        failure,
        status: failure === null ? "undone" : "partly_undone",
        ...(failure === null && { undoneAt: now, callsFrom: null, callsTo: null }),
      },
    });
    const actorId = row.undoneById ?? row.createdById;
    const nameOf = await findActorNames(tx, [actorId]);
    await recordAudit(tx, {
      actor: { id: actorId, name: nameOf(actorId), workspace: { id: workspaceId } },
      action: failure === null ? "import.undone" : "import.undo_failed",
      subject: `import:${id}`,
      detail: {
        fileName: row.fileName,
        rowsUndone: Number(row.rowsUndone),
        ...(failure !== null && { failure }),
      },
    });
  });
}
