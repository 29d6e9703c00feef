import "server-only";
import type { Import } from "@/lib/contracts/imports";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { readCompression, readLayout, readMapping, type ImportRow } from "./import-row";

/** Imports of one workspace as the API shows them. */
export async function presentImports(tx: Transaction, rows: readonly ImportRow[]): Promise<Import[]> {
  const nameOf = await findActorNames(
    tx,
    rows.flatMap((row) => [row.createdById, ...(row.undoneById === null ? [] : [row.undoneById])]),
  );
  const sizes = await tx.$queryRaw<{ importId: string; bytes: bigint }[]>`
    SELECT import_id AS "importId", sum(octet_length(content))::bigint AS bytes
    FROM call_import_part WHERE import_id = ANY(${rows.map((row) => row.id)}) GROUP BY import_id`;
  const uploaded = new Map(sizes.map(({ importId, bytes }) => [importId, Number(bytes)]));
  return rows.map((row) => ({
    id: row.id,
    fileName: row.fileName,
    fileBytes: Number(row.fileBytes),
    // The file itself is thrown away once it has been read.
    uploadedBytes: row.status === "uploading" ? (uploaded.get(row.id) ?? 0) : Number(row.fileBytes),
    format: readLayout(row).format,
    encoding: row.encoding,
    delimiter: row.delimiter,
    columns: row.columns,
    mapping: readMapping(row),
    compression: readCompression(row),
    recognisedAs: row.recognisedAs,
    status: row.status as Import["status"],
    failure: row.failure,
    rowsRead: Number(row.rowsRead),
    rowsCreated: Number(row.rowsCreated),
    rowsExisting: Number(row.rowsExisting),
    rowsRepeated: Number(row.rowsRepeated),
    rowsConflict: Number(row.rowsConflict),
    rowsRejected: Number(row.rowsRejected),
    rowsSkipped: Number(row.rowsSkipped),
    rowsTotal: row.rowsTotal === null ? null : Number(row.rowsTotal),
    rowsUndone: Number(row.rowsUndone),
    undoneBy: row.undoneById === null ? null : nameOf(row.undoneById),
    undoneAt: row.undoneAt?.toISOString() ?? null,
    createdBy: nameOf(row.createdById),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

export async function presentImport(tx: Transaction, row: ImportRow): Promise<Import> {
  const [presented] = await presentImports(tx, [row]);
  if (presented === undefined) throw new Error("One row gives one import.");
  return presented;
}
