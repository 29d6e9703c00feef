import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";

/**
 * Calls once for each tracked tag that they carry, with its key and its value; the value is null where it is not told
 * apart. `calls` is whatever may stand after FROM. Values must have been kept before, by keepTagValues: one that is kept
 * later would be found under another value than it was summed up.
 */
export function taggedCalls(workspaceId: string, calls: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT logged.*, tracked.key AS tag_key, kept.value AS tag_value
    FROM ${calls} AS logged
    JOIN tracked_tag AS tracked
      ON tracked.workspace_id = ${workspaceId} AND logged.tags->>tracked.key IS NOT NULL
    LEFT JOIN tracked_tag_value AS kept
      ON kept.workspace_id = ${workspaceId} AND kept.tag_key = tracked.key
      AND kept.value = logged.tags->>tracked.key
  )`;
}
