import "server-only";
import type { z } from "zod";
import type { importEndpoints } from "@/lib/contracts/imports";
import { detectEncoding, detectLayout, proposeMapping } from "@/lib/imports";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { decodeBeginning, firstRows, readBeginning, SHOWN_ROWS } from "./file-beginning";
import { lockImportRow, requireStatus, type ImportRow } from "./import-row";
import { presentImport } from "./present-import";
import { partCount, readPart } from "./read-part";

type Inspection = z.input<NonNullable<typeof importEndpoints.inspectImport.answer>>;

/** Enough for the first letter with an accent to turn up in any real log, and little enough to wait for. */
const PARTS_FOR_ENCODING = 4;

/** Rows that are looked at for the values that a column holds. */
const ROWS_FOR_VALUES = 20_000;

/** Looks into a file whose last part has come: finds its encoding, its layout and its columns, and proposes a mapping. */
export function inspectImport(workspace: WorkspaceRow, importId: string): Promise<Inspection> {
  return inWorkspace(workspace.id, async (tx) => {
    const row = await lockImportRow(tx, workspace.id, importId);
    requireStatus(row, ["uploading", "ready"], "it cannot be looked into any more");
    await requireWholeFile(tx, row);

    const beginning = await readBeginning(tx, workspace.id, row);
    const chunks = [beginning.bytes];
    for (let position = 1; position < Math.min(PARTS_FOR_ENCODING, partCount(row)); position += 1) {
      chunks.push((await readPart(tx, workspace.id, importId, position)) ?? new Uint8Array());
    }
    const encoding = detectEncoding(chunks);
    const text = decodeBeginning(beginning, encoding);
    const layout = detectLayout(text);
    if ("problem" in layout) throw new RequestError("invalid_request", `${layout.problem}.`);

    const rows = firstRows(text, beginning.isWhole, layout, ROWS_FOR_VALUES);
    const readable = rows.filter(({ problem }) => problem === null).map(({ cells }) => cells);
    const inspected = await tx.callImport.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: importId } },
      data: {
        encoding,
        format: layout.format,
        delimiter: layout.format === "csv" ? layout.delimiter : null,
        columns: [...layout.columns],
        status: "ready",
      },
    });
    return {
      import: await presentImport(tx, inspected),
      proposed: proposeMapping(layout.columns, readable, workspace.timeZone),
      raw: readable.slice(0, SHOWN_ROWS).map((cells) => Object.fromEntries(cells)),
    };
  });
}

async function requireWholeFile(tx: Transaction, { workspaceId, id, fileBytes }: ImportRow): Promise<void> {
  const [stored] = await tx.$queryRaw<{ bytes: bigint }[]>`
    SELECT COALESCE(sum(octet_length(content)), 0)::bigint AS bytes
    FROM call_import_part WHERE workspace_id = ${workspaceId} AND import_id = ${id}`;
  if (stored?.bytes === fileBytes) return;
  throw new RequestError(
    "conflict",
    `Of ${fileBytes} bytes of the file ${stored?.bytes ?? 0} have come. Send the rest first.`,
  );
}
