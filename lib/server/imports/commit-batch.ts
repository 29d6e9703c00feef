import "server-only";
import type { CheckedCall } from "@/lib/server/calls/check-call";
import { recordCheckedCalls, type RecordOptions } from "@/lib/server/calls/record-checked-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { lockImportRow, type ImportRow } from "./import-row";
import { keepRejects } from "./keep-rejects";
import type { AcceptedRow, BatchRow } from "./read-call-row";
import { rejectRow, type RejectedRow } from "./rejected-row";

/** Somebody cancelled or paused the import, or another server goes on with it. */
export class ImportStopped extends Error {
  override readonly name = "ImportStopped";
}

const KNOWN_ID = "Another call with this id was logged before, with other content; the first one stays";

/**
 * Writes a batch of rows: their calls, the rows that are rejected and the import's progress, in one transaction. So a
 * crash at any moment leaves the import between two batches, and no row is counted twice or left out.
 */
export async function commitBatch(
  file: Pick<ImportRow, "workspaceId" | "id">,
  rowsReadBefore: number,
  rows: readonly BatchRow[],
  { now, actor }: RecordOptions,
): Promise<void> {
  const { workspaceId, id: importId } = file;
  const accepted = rows.filter((row): row is Omit<AcceptedRow, "stated"> => "checked" in row);
  const rejected = rows.filter((row): row is RejectedRow => "reason" in row);
  await inWorkspace(workspaceId, async (tx) => {
    const progress = await lockImportRow(tx, workspaceId, importId);
    if (progress.status !== "running" || Number(progress.rowsRead) !== rowsReadBefore)
      throw new ImportStopped();

    const calls = accepted.map(({ checked }) => checked);
    const statuses = await recordCheckedCalls(tx, workspaceId, calls, { now, actor, importId });
    const conflicts = accepted
      .filter((_, index) => statuses[index] === "conflict")
      .map((row) => rejectRow(row, "id", KNOWN_ID));
    const refused = accepted.flatMap((row, index) => {
      const status = statuses[index];
      return typeof status === "object" ? rejectRow(row, status.refused.path, status.refused.message) : [];
    });
    await keepRejects(tx, file, [...rejected, ...refused, ...conflicts]);

    const count = (status: (typeof statuses)[number]) => statuses.filter((each) => each === status).length;
    const created = spanOf(calls.filter((_, index) => statuses[index] === "created"));
    await tx.$executeRaw`
      UPDATE call_import SET
        rows_read = rows_read + ${rows.length},
        rows_created = rows_created + ${count("created")},
        rows_existing = rows_existing + ${count("exists")},
        rows_repeated = rows_repeated + ${count("repeated")},
        rows_conflict = rows_conflict + ${conflicts.length},
        rows_rejected = rows_rejected + ${rejected.length + refused.length},
        rows_skipped = rows_skipped + ${rows.length - accepted.length - rejected.length},
        calls_from = LEAST(calls_from, ${created.from}::timestamptz),
        calls_to = GREATEST(calls_to, ${created.to}::timestamptz),
        heartbeat_at = clock_timestamp()
      WHERE workspace_id = ${workspaceId} AND id = ${importId}`;
  });
}

/** Between which moments calls lie; nulls, which SQL passes over, where there are none. */
function spanOf(calls: readonly CheckedCall[]): { from: Date | null; to: Date | null } {
  let [from, to] = [Infinity, -Infinity];
  for (const { call } of calls) {
    from = Math.min(from, call.occurredAtMs);
    to = Math.max(to, call.occurredAtMs);
  }
  return calls.length === 0 ? { from: null, to: null } : { from: new Date(from), to: new Date(to) };
}
