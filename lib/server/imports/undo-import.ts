import "server-only";
import type { Import } from "@/lib/contracts/imports";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { findClosedMonths } from "@/lib/server/reports/closed-months";
import { OPEN_STATUSES } from "@/lib/server/retention/drop-row";
import { holdCalendar } from "@/lib/server/usage/calendar-lock";
import { droppedSentence, findKeptFrom, keptFrom } from "@/lib/server/usage/kept-calls";
import { firstDay, formatMonth, lastDay } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import { isOfImport } from "./import-calls";
import { lockImportRow, requireStatus, type ImportRow } from "./import-row";
import { presentImport } from "./present-import";

/** Finding calls in closed months reads the log between the first and the last call of the import. */
const TIMEOUT_MS = 2 * 60 * 1000;

/**
 * Queues an ended import to be undone in the background. Refused while one of its calls lies in a closed month, so that
 * what was reported stays as it was.
 */
export function undoImport(actor: Actor, importId: string): Promise<Import> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(
    workspaceId,
    async (tx) => {
      await tx.$executeRaw`SELECT ${holdCalendar(workspaceId)}`;
      const row = await lockImportRow(tx, workspaceId, importId);
      requireStatus(
        row,
        ["done", "failed", "cancelled", "partly_undone"],
        ["queued", "running", "paused"].includes(row.status) ? "cancel it first" : "there is nothing to undo",
      );
      await refuseWhileDropping(tx, workspaceId);
      await refuseDroppedCalls(tx, row);
      await refuseClosedMonths(tx, row);
      const undoing = await tx.callImport.update({
        where: { workspaceId_id: { workspaceId, id: importId } },
        data: { status: "undoing", failure: null, heartbeatAt: null, undoneById: actor.id },
      });
      const presented = await presentImport(tx, undoing);
      await recordAudit(tx, {
        actor,
        action: "import.undo_started",
        subject: `import:${importId}`,
        detail: { fileName: row.fileName, rowsCreated: Number(row.rowsCreated) },
      });
      return presented;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** Calls that wait to be dropped would be left out, and stay for good if the dropping were stopped. */
async function refuseWhileDropping(tx: Transaction, workspaceId: string): Promise<void> {
  const open = await tx.callDrop.findFirst({ where: { workspaceId, status: { in: OPEN_STATUSES } } });
  if (open === null) return;
  throw new RequestError("conflict", "Calls are being dropped. Undo the import when that has ended.");
}

/** Of an import of which some calls are left, these are removed; the others stay in the sums. */
async function refuseDroppedCalls(tx: Transaction, { workspaceId, callsTo }: ImportRow): Promise<void> {
  const { timeZone } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const from = await findKeptFrom(tx, workspaceId);
  if (from === null || callsTo === null || localDate(callsTo.getTime(), timeZone) >= from) return;
  throw new RequestError(
    "calls_dropped",
    `${droppedSentence(from)}, and all that this import created were among them. What they cost stays in the sums.`,
  );
}

async function refuseClosedMonths(tx: Transaction, row: ImportRow): Promise<void> {
  const touched: string[] = [];
  for (const month of await findClosedMonths(tx, row.workspaceId)) {
    const [found] = await tx.$queryRaw<{ exists: boolean }[]>`
      SELECT EXISTS (
        SELECT FROM call AS logged
        WHERE ${isOfImport(row)} AND logged.local_date >= ${keptFrom(row.workspaceId)}
          AND logged.local_date BETWEEN ${firstDay(month)}::date AND ${lastDay(month)}::date
          AND logged.occurred_at BETWEEN ${firstDay(month)}::date - 2 AND ${lastDay(month)}::date + 3
      ) AS exists`;
    if (found?.exists) touched.push(formatMonth(month));
  }
  if (touched.length === 0) return;
  throw new RequestError(
    "month_closed",
    `Calls of this import lie in closed months: ${touched.join(", ")}. Open them again first.`,
  );
}
