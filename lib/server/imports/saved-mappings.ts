import "server-only";
import { randomUUID } from "node:crypto";
import { importMappingSchema, type SavedMapping } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import type { Actor } from "@/lib/server/access/actor";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { RequestError } from "@/lib/server/http/request-error";

/** More than anybody has kinds of logs; a program that saves one for each file is stopped. */
const MAX_SAVED = 200;

/** The saved mappings of a workspace, by name. */
export function listSavedMappings(workspace: { id: string }): Promise<{ items: SavedMapping[] }> {
  return inWorkspace(workspace.id, async (tx) => ({ items: await findSavedMappings(tx, workspace.id) }));
}

export async function findSavedMappings(tx: Transaction, workspaceId: string): Promise<SavedMapping[]> {
  const rows = await tx.importMapping.findMany({ where: { workspaceId }, orderBy: { name: "asc" } });
  const nameOf = await findActorNames(
    tx,
    rows.map((row) => row.createdById),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    columns: row.columns,
    mapping: importMappingSchema.parse(row.mapping),
    createdBy: nameOf(row.createdById),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

export interface MappingToSave {
  name: string;
  columns: string[];
  mapping: ImportMapping;
}

/** Keeps a mapping under a name, in the place of the one that has this name. */
export function saveMapping(
  actor: Actor,
  { name, columns, mapping }: MappingToSave,
  now: Date,
): Promise<SavedMapping> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    // Of two people who save under one name at the same time, the second one replaces what the first one saved.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import_mapping:${workspaceId}`}, 0))`;
    const data = {
      columns,
      mapping: mapping as unknown as Prisma.InputJsonObject,
      createdById: actor.id,
      updatedAt: now,
    };
    const saved = await findSavedMappings(tx, workspaceId);
    const same = saved.find((each) => each.name === name);
    if (same === undefined && saved.length >= MAX_SAVED) {
      throw new RequestError(
        "conflict",
        `A workspace keeps at most ${MAX_SAVED} mappings. Delete one first.`,
      );
    }
    const id = same?.id ?? `map_${randomUUID()}`;
    await tx.importMapping.upsert({
      where: { workspaceId_id: { workspaceId, id } },
      create: { ...data, workspaceId, id, name, createdAt: now },
      update: data,
    });
    const nameOf = await findActorNames(tx, [actor.id]);
    await recordAudit(tx, {
      actor,
      action: "import_mapping.saved",
      subject: `import_mapping:${id}`,
      detail: { name },
    });
    return { id, name, columns, mapping, createdBy: nameOf(actor.id), updatedAt: now.toISOString() };
  });
}

export function deleteSavedMapping(actor: Actor, mappingId: string): Promise<void> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    const row = await tx.importMapping.findUnique({
      where: { workspaceId_id: { workspaceId, id: mappingId } },
    });
    if (row === null) throw new RequestError("not_found", "No saved mapping of this workspace has this id.");
    await tx.importMapping.delete({ where: { workspaceId_id: { workspaceId, id: mappingId } } });
    await recordAudit(tx, {
      actor,
      action: "import_mapping.deleted",
      subject: `import_mapping:${mappingId}`,
      detail: { name: row.name },
    });
  });
}
