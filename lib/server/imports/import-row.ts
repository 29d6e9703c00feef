import "server-only";
import { importMappingSchema, type Import } from "@/lib/contracts/imports";
import type { Encoding, FileLayout, ImportMapping } from "@/lib/imports";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { CallImport } from "@/lib/server/generated/prisma/client";
import { RequestError } from "@/lib/server/http/request-error";

/** A row of call_import, whose text columns hold what the product writes into them. */
export type ImportRow = CallImport;

export type ImportStatus = Import["status"];

export async function getImportRow(tx: Transaction, workspaceId: string, id: string): Promise<ImportRow> {
  const row = await tx.callImport.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (row === null) throw noSuchImport();
  return row;
}

/** The import, held until the transaction ends, so that its status cannot change under a change of it. */
export async function lockImportRow(tx: Transaction, workspaceId: string, id: string): Promise<ImportRow> {
  await tx.$queryRaw`SELECT id FROM call_import WHERE workspace_id = ${workspaceId} AND id = ${id} FOR UPDATE`;
  return getImportRow(tx, workspaceId, id);
}

function noSuchImport(): RequestError {
  return new RequestError("not_found", "No import of this workspace has this id.");
}

/** Refuses what the import's state does not allow. */
export function requireStatus(row: ImportRow, allowed: readonly ImportStatus[], what: string): void {
  if ((allowed as readonly string[]).includes(row.status)) return;
  throw new RequestError("conflict", `The import is ${row.status.replaceAll("_", " ")}, so ${what}.`);
}

export function readLayout({ format, delimiter, columns }: ImportRow): FileLayout {
  return format === "csv" ? { format, delimiter: delimiter ?? ",", columns } : { format: "jsonl", columns };
}

export function readEncoding({ encoding }: ImportRow): Encoding {
  return encoding as Encoding;
}

export function readCompression({ compression }: ImportRow): "gzip" | null {
  return compression === null ? null : "gzip";
}

export function readMapping({ mapping }: ImportRow): ImportMapping | null {
  return mapping === null ? null : importMappingSchema.parse(mapping);
}
