import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { addToTags } from "@/lib/server/usage/daily-sums";
import { taggedCalls } from "@/lib/server/usage/tagged-calls";
import { keepTagValues } from "./keep-tag-values";

/** Sums of tags, and the calls that they are of. */
interface Renewed {
  /** The condition that the rows of usage_daily_tag fulfil. */
  rows: Prisma.Sql;
  /** What may stand after FROM. */
  calls: Prisma.Sql;
  /** Of one tag alone. */
  tagKey?: string;
}

/** Replaces sums of tags by those of their calls. Whoever calls it holds the workspace's calendar alone. */
export async function sumTagsAnew(
  tx: Transaction,
  workspaceId: string,
  { rows, calls, tagKey }: Renewed,
): Promise<void> {
  if ((await tx.trackedTag.count({ where: { workspaceId } })) === 0) return;
  const ofTag = tagKey === undefined ? Prisma.sql`true` : Prisma.sql`tag_key = ${tagKey}`;
  await tx.$executeRaw`DELETE FROM usage_daily_tag WHERE workspace_id = ${workspaceId} AND ${rows} AND ${ofTag}`;
  await keepTagValues(
    tx,
    workspaceId,
    // Of more values than can be told apart, those of the most calls are.
    Prisma.sql`(
      SELECT tracked.key AS tag_key, logged.tags->>tracked.key AS value, -count(*) AS place
      FROM ${calls} AS logged
      JOIN tracked_tag AS tracked
        ON tracked.workspace_id = ${workspaceId} AND logged.tags->>tracked.key IS NOT NULL
      GROUP BY 1, 2
    )`,
  );
  const tagged = Prisma.sql`(SELECT * FROM ${taggedCalls(workspaceId, calls)} AS tagged WHERE ${ofTag})`;
  await tx.$executeRaw(addToTags(workspaceId, tagged));
}
