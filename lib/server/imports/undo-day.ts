import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { findClosedMonths } from "@/lib/server/reports/closed-months";
import { rebuildDay } from "@/lib/server/repricing/write-changes";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import { isOfDay } from "@/lib/server/usage/is-of-day";
import { keptFrom } from "@/lib/server/usage/kept-calls";
import { formatMonth, monthOf } from "@/lib/time";
import { ImportStopped } from "./commit-batch";
import { isOfImport } from "./import-calls";
import { ImportFailure } from "./import-failure";
import { lockImportRow, type ImportRow } from "./import-row";

/** The busiest day of a large log. */
const TIMEOUT_MS = 10 * 60 * 1000;

/**
 * Removes the calls that an import created on the first day on which any are left, and sums this day up anew, in one
 * transaction; false when none are left. A crash at any moment leaves the log between two days. Meanwhile no call can
 * come in and no month can be closed, so that the daily sums are those of the calls before and after. Days whose single
 * calls are gone keep their sums.
 */
export function undoDay(workspaceId: string, importId: string): Promise<boolean> {
  return inWorkspace(
    workspaceId,
    async (tx) => {
      await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
      const row = await lockImportRow(tx, workspaceId, importId);
      if (row.status !== "undoing") throw new ImportStopped();
      const date = await findFirstDay(tx, row);
      if (date === null) return false;
      await refuseClosedMonth(tx, workspaceId, monthOf(date));

      const { timeZone } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
      const day = { workspaceId, date, timeZone };
      const removed = await tx.$executeRaw`
        DELETE FROM call AS logged WHERE ${isOfDay(day)} AND logged.import_id = ${importId}`;
      await rebuildDay(tx, day);
      // Around midnight clocks may be moved, so a few hours are looked through again.
      await tx.$executeRaw`
        UPDATE call_import SET
          rows_undone = rows_undone + ${removed},
          calls_from = ((${date}::date + 1)::timestamp AT TIME ZONE ${timeZone}) - interval '3 hours',
          heartbeat_at = clock_timestamp()
        WHERE workspace_id = ${workspaceId} AND id = ${importId}`;
      return true;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function findFirstDay(tx: Transaction, row: ImportRow): Promise<string | null> {
  // The workspace's policy makes PostgreSQL expect a single row, and rather sort than walk the index that has the order.
  await tx.$executeRaw`SET LOCAL enable_sort = off`;
  const [first] = await tx.$queryRaw<{ date: string }[]>`
    SELECT logged.local_date::text AS date FROM call AS logged
    WHERE ${isOfImport(row)} AND logged.local_date >= ${keptFrom(row.workspaceId)}
    ORDER BY logged.occurred_at, logged.id LIMIT 1`;
  await tx.$executeRaw`SET LOCAL enable_sort = on`;
  return first?.date ?? null;
}

/** No month is closed while this runs, but one may have been between the request and its turn. */
async function refuseClosedMonth(tx: Transaction, workspaceId: string, month: string): Promise<void> {
  const [closed] = await findClosedMonths(tx, workspaceId, { from: `${month}-01`, to: `${month}-28` });
  if (closed === undefined) return;
  throw new ImportFailure(
    `${formatMonth(month)} was closed before its calls were removed. Open it again and undo the rest.`,
  );
}
