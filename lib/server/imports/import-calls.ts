import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";
import type { ImportRow } from "./import-row";

/**
 * The condition for the calls that an import created, under the alias `logged`. The moments between which they lie let
 * the index by moment be used.
 */
export function isOfImport({ workspaceId, id, callsFrom, callsTo }: ImportRow): Prisma.Sql {
  return Prisma.sql`
    logged.workspace_id = ${workspaceId} AND logged.import_id = ${id}
    AND logged.occurred_at >= COALESCE(${callsFrom}::timestamptz, '-infinity')
    AND logged.occurred_at <= COALESCE(${callsTo}::timestamptz, 'infinity')`;
}
