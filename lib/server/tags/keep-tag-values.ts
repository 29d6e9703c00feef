import "server-only";
import { MAX_TAG_VALUES } from "@/lib/contracts/tag-filter";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";

/**
 * Keeps the values that are new, so that they are told apart, as long as a tag has room: in their order, which `carried`
 * gives as tag_key, value and place. The tags are held until the transaction ends, so that two transactions never keep
 * more together than there is room for. A tag that is full stays full: what was summed up as another value stays so.
 */
export async function keepTagValues(
  tx: Transaction,
  workspaceId: string,
  carried: Prisma.Sql,
): Promise<void> {
  const open = await tx.$queryRaw<unknown[]>`
    SELECT key FROM tracked_tag WHERE workspace_id = ${workspaceId} AND value_count < ${MAX_TAG_VALUES}
    ORDER BY key FOR UPDATE`;
  if (open.length === 0) return;
  await tx.$executeRaw`
    WITH fresh AS (
      SELECT carried.tag_key, carried.value,
        row_number() OVER (PARTITION BY carried.tag_key ORDER BY carried.place, carried.value COLLATE "C") AS place
      FROM ${carried} AS carried
      WHERE NOT EXISTS (${keptValue(workspaceId)})
    ), kept AS (
      INSERT INTO tracked_tag_value (workspace_id, id, tag_key, value)
      SELECT ${workspaceId}, md5(jsonb_build_array(fresh.tag_key, fresh.value)::text), fresh.tag_key, fresh.value
      FROM fresh
      JOIN tracked_tag AS tracked ON tracked.workspace_id = ${workspaceId} AND tracked.key = fresh.tag_key
      WHERE fresh.place <= ${MAX_TAG_VALUES} - tracked.value_count
      RETURNING tag_key
    )
    UPDATE tracked_tag SET value_count = value_count + added.values
    FROM (SELECT tag_key, count(*)::integer AS values FROM kept GROUP BY tag_key) AS added
    WHERE tracked_tag.workspace_id = ${workspaceId} AND tracked_tag.key = added.tag_key`;
}

/** The kept value that a row of `carried` has, if it is kept. */
export function keptValue(workspaceId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT FROM tracked_tag_value AS known
    WHERE known.workspace_id = ${workspaceId} AND known.tag_key = carried.tag_key AND known.value = carried.value`;
}
