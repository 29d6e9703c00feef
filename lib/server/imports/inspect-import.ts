import "server-only";
import type { z } from "zod";
import type { importEndpoints } from "@/lib/contracts/imports";
import { detectEncoding, detectLayout } from "@/lib/imports";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { decodeBeginning, firstRows, readBeginning, SHOWN_ROWS } from "./file-beginning";
import { lockImportRow, requireStatus, type ImportRow } from "./import-row";
import { offerMappings } from "./offer-mappings";
import { presentImport } from "./present-import";
import { findSavedMappings } from "./saved-mappings";

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

    const beginning = await readBeginning(tx, workspace.id, row, PARTS_FOR_ENCODING);
    const encoding = detectEncoding(beginning.chunks);
    const text = decodeBeginning(beginning, encoding);
    const layout = detectLayout(text);
    if ("problem" in layout) throw new RequestError("invalid_request", `${layout.problem}.`);

    const rows = firstRows(text, beginning.isWhole, layout, ROWS_FOR_VALUES);
    const readable = rows.filter(({ problem }) => problem === null).map(({ cells }) => cells);
    const saved = await findSavedMappings(tx, workspace.id);
    const offered = offerMappings(layout, readable, workspace.timeZone, saved);
    const [first] = offered;
    const inspected = await tx.callImport.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: importId } },
      data: {
        encoding,
        compression: beginning.compression,
        format: layout.format,
        delimiter: layout.format === "csv" ? layout.delimiter : null,
        columns: [...layout.columns],
        recognisedAs: first.kind === "columns" ? null : first.name,
        status: "ready",
      },
    });
    return {
      import: await presentImport(tx, inspected),
      proposed: first.mapping,
      offered,
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
