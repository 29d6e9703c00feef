import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { ImportRow } from "./import-row";
import type { RejectedRow } from "./rejected-row";

/** The id carries the line, so that a line can only be rejected once. */
export async function keepRejects(
  tx: Transaction,
  { workspaceId, id: importId }: Pick<ImportRow, "workspaceId" | "id">,
  rows: readonly RejectedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.callImportReject.createMany({
    data: rows.map((row) => ({ ...row, workspaceId, id: `${importId}.${row.line}`, importId })),
  });
}
