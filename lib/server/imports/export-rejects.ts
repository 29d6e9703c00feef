import "server-only";
import { originalColumns, REJECT_COLUMNS, rejectedCells } from "@/lib/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { csvResponse } from "@/lib/server/reports/csv-response";
import { getImportRow, readLayout, type ImportRow } from "./import-row";
import { listRejects } from "./list-rejects";

const PAGE_ROWS = 500;

/**
 * The rejected lines as a file with the columns of the original and, behind them, the line, the field and the reason.
 * Mended, it can be imported with the mapping of the original.
 */
export async function exportRejects(workspace: { id: string }, importId: string): Promise<Response> {
  const row = await inWorkspace(workspace.id, (tx) => getImportRow(tx, workspace.id, importId));
  const name = row.fileName.replace(/\.[A-Za-z0-9]{1,6}$/, "").replaceAll(/[^A-Za-z0-9._-]+/g, "-");
  return csvResponse(`${name || "import"}-rejected.csv`, rejectTable(workspace, row));
}

async function* rejectTable(workspace: { id: string }, row: ImportRow): AsyncGenerator<string[]> {
  const layout = readLayout(row);
  yield [...originalColumns(layout), ...REJECT_COLUMNS];
  let cursor: string | undefined;
  do {
    const page = await listRejects(workspace, row.id, { cursor, limit: PAGE_ROWS });
    for (const { line, field, reason, content } of page.items) {
      yield [...rejectedCells(layout, content), String(line), field ?? "", reason];
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
