import { randomUUID } from "node:crypto";
import { IMPORT_PART_BYTES, type Import } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import type { Actor, WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import type { TestDatabase } from "@/lib/server/testing/use-test-database";
import { createImport } from "../create-import";
import { getImport } from "../get-import";
import { inspectImport } from "../inspect-import";
import { runImport } from "../run-import";
import { startImport } from "../start-import";
import { uploadPart } from "../upload-part";

export const NOW = new Date("2026-11-23T12:00:00Z");

/** Somebody who may import into a new workspace. */
export async function createImporter(database: TestDatabase, timeZone = "UTC"): Promise<Actor> {
  const { id } = await createLoggingWorkspace(database, timeZone);
  const workspace: WorkspaceRow = await inWorkspace(id, (tx) =>
    tx.workspace.findUniqueOrThrow({ where: { id } }),
  );
  return { kind: "user", id: `usr_${randomUUID()}`, name: "Ada", role: "owner", scopes: null, workspace };
}

export async function upload(
  actor: Actor,
  content: string | Uint8Array,
  fileName = "log.csv",
): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { id } = await createImport(actor, { fileName, fileBytes: bytes.byteLength }, NOW);
  for (let position = 0; position * IMPORT_PART_BYTES < bytes.byteLength; position += 1) {
    const start = position * IMPORT_PART_BYTES;
    await uploadPart(
      actor.workspace,
      { importId: id, position },
      bytes.subarray(start, start + IMPORT_PART_BYTES),
    );
  }
  return id;
}

/** Uploads a file and queues it under the mapping that is proposed for it, changed as the test wants. */
export async function queue(
  actor: Actor,
  content: string | Uint8Array,
  change: (mapping: ImportMapping) => void = () => undefined,
): Promise<string> {
  const id = await upload(actor, content);
  const { proposed } = await inspectImport(actor.workspace, id);
  change(proposed);
  await startImport(actor, id, proposed);
  return id;
}

/** The whole way of a file, to its end. */
export async function importFile(
  actor: Actor,
  content: string | Uint8Array,
  change?: (mapping: ImportMapping) => void,
): Promise<Import> {
  const id = await queue(actor, content, change);
  await runImport(actor.workspace.id, id, () => NOW);
  return getImport(actor.workspace, id);
}

export function countsOf(result: Import): number[] {
  return [
    result.rowsRead,
    result.rowsCreated,
    result.rowsExisting,
    result.rowsRepeated,
    result.rowsConflict,
    result.rowsRejected,
  ];
}
