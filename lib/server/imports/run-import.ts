import "server-only";
import { setImmediate as pause } from "node:timers/promises";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { ConflictExhaustedError } from "@/lib/server/db/retry-on-conflict";
import { isDatabaseUnavailable } from "@/lib/server/http/database-unavailable";
import { describeError, log } from "@/lib/server/logger";
import { claimImport } from "./claim-import";
import { commitBatch, ImportStopped } from "./commit-batch";
import { countFileRows, fileRows } from "./file-rows";
import { ImportFailure } from "./import-failure";
import { lockImportRow, readMapping, type ImportRow } from "./import-row";
import { OccurrenceCounter } from "./occurrence-counter";
import { createRowChecker, type AcceptedRow, type BatchRow } from "./read-call-row";
import { runUndo } from "./run-undo";

/** Large enough that a commit does not cost more than its rows, small enough to cancel at once. */
const BATCH_ROWS = 5000;

/**
 * Reads a queued file to its end, undoes an import that is to be undone, or goes on with either where a server that
 * died left off. An import that is cancelled or paused stops between two batches. A file that cannot be read any further fails with a reason; a database that does not answer leaves the import
 * as it is, to be taken up again.
 */
export async function runImport(
  workspaceId: string,
  importId: string,
  clock: () => Date,
  batchRows = BATCH_ROWS,
): Promise<void> {
  const file = await claimImport(workspaceId, importId);
  if (file === null) return;
  if (file.status === "undoing") return runUndo(file, clock);
  try {
    await readFile(file, clock, batchRows);
  } catch (error) {
    if (error instanceof ImportStopped) return;
    if (isDatabaseUnavailable(error) || error instanceof ConflictExhaustedError) throw error;
    if (!(error instanceof ImportFailure))
      log("error", "import_failed", { importId, error: describeError(error) });
    const reason =
      error instanceof ImportFailure ? error.message : "Something went wrong on our side. It was logged.";
    await endImport(file, { status: "failed", failure: reason }, clock());
  }
}

async function readFile(file: ImportRow, clock: () => Date, batchRows: number): Promise<void> {
  const mapping = readMapping(file);
  if (mapping === null) throw new Error(`Import ${file.id} was queued without a mapping.`);
  await countRows(file);
  const actor = await findStarter(file);
  const occurrences = mapping.repeats === "count_each" ? new OccurrenceCounter() : null;
  const check = createRowChecker(mapping, (content) => occurrences?.count(content) ?? 1);

  const alreadyRead = Number(file.rowsRead);
  let position = 0;
  let batch: BatchRow[] = [];
  // While the database writes one batch, the next one is read.
  let writing = Promise.resolve();
  const write = async () => {
    await writing;
    writing = commitBatch(file, position - batch.length, batch, { now: clock(), actor });
    // It is awaited before the next one; until then a failure must not count as one that nobody looks at.
    writing.catch(() => undefined);
    batch = [];
  };
  try {
    for await (const rows of fileRows(file)) {
      // Without a pause the database would wait for the next batch to be read before it is sent the rest of this one.
      await pause();
      for (const row of rows) {
        position += 1;
        const isRead = position <= alreadyRead;
        // Rows before this point still count as earlier occurrences of the ones to come.
        if (isRead && occurrences === null) continue;
        const checked = check(row, clock());
        if (isRead) continue;
        batch.push("checked" in checked ? forWriting(checked) : checked);
        if (batch.length === batchRows) await write();
      }
    }
  } finally {
    // Whoever goes on after a failure must not meet a batch that is still being written.
    await writing.catch(() => undefined);
  }
  if (batch.length > 0) await write();
  await writing;
  await endImport(file, { status: "done", failure: null }, clock());
}

/** Without what only a preview shows: a batch outlives its reading, and what it holds on to is moved about in memory. */
function forWriting({ line, raw, checked }: AcceptedRow): Omit<AcceptedRow, "stated"> {
  return { line, raw, checked };
}

/** Going through the file once is quick beside writing its calls, and lets people see how much is left. */
async function countRows(file: ImportRow): Promise<void> {
  if (file.rowsTotal !== null) return;
  const rowsTotal = await countFileRows(file);
  await inWorkspace(file.workspaceId, (tx) =>
    tx.callImport.updateMany({ where: { workspaceId: file.workspaceId, id: file.id }, data: { rowsTotal } }),
  );
}

/** Who started it is named in the audit log with what came of it. */
async function findStarter({ workspaceId, createdById }: ImportRow) {
  const nameOf = await inWorkspace(workspaceId, (tx) => findActorNames(tx, [createdById]));
  return { id: createdById, name: nameOf(createdById), workspace: { id: workspaceId } };
}

/** The file has served its purpose; the rejected lines are kept by themselves. */
async function endImport(
  file: ImportRow,
  end: { status: "done" | "failed"; failure: string | null },
  now: Date,
): Promise<void> {
  const { workspaceId, id } = file;
  const actor = await findStarter(file);
  await inWorkspace(workspaceId, async (tx) => {
    const row = await lockImportRow(tx, workspaceId, id);
    if (row.status !== "running") return;
    await tx.callImport.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...end, finishedAt: now },
    });
    await tx.callImportPart.deleteMany({ where: { workspaceId, importId: id } });
    await recordAudit(tx, {
      actor,
      action: end.status === "done" ? "import.finished" : "import.failed",
      subject: `import:${id}`,
      detail: {
        fileName: row.fileName,
        rowsRead: Number(row.rowsRead),
        rowsCreated: Number(row.rowsCreated),
        ...(end.failure !== null && { failure: end.failure }),
      },
    });
  });
}
