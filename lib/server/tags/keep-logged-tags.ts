import "server-only";
import { MAX_TAG_VALUES } from "@/lib/contracts/tag-filter";
import { arrayLiteral } from "@/lib/server/calls/array-literal";
import { PREPARED } from "@/lib/server/db/prepared-statement";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { keepTagValues, keptValue } from "./keep-tag-values";

/**
 * Makes the values of calls that are about to be written known to the tags that are tracked, and says whether any of
 * the calls carries such a tag. Almost always all of them are known, so that no tag needs to be held.
 */
export async function keepLoggedTags(
  tx: Transaction,
  workspaceId: string,
  trackedKeys: readonly string[],
  tagged: readonly { tags: Readonly<Record<string, string>> }[],
): Promise<boolean> {
  if (trackedKeys.length === 0) return false;
  const pairs = new Map<string, { key: string; value: string }>();
  for (const { tags } of tagged) {
    for (const key of trackedKeys) {
      const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
      if (value !== undefined) pairs.set(JSON.stringify([key, value]), { key, value });
    }
  }
  if (pairs.size === 0) return false;
  const keys = arrayLiteral([...pairs.values()].map(({ key }) => key));
  const values = arrayLiteral([...pairs.values()].map(({ value }) => value));
  const carried = Prisma.sql`
    unnest(${keys}::text[], ${values}::text[]) WITH ORDINALITY`;
  const [unknown] = await tx.$queryRaw<{ exists: boolean }[]>`${PREPARED}
    SELECT EXISTS (
      SELECT FROM ${carried} AS carried(tag_key, value, place)
      JOIN tracked_tag AS tracked ON tracked.workspace_id = ${workspaceId} AND tracked.key = carried.tag_key
      WHERE tracked.value_count < ${MAX_TAG_VALUES} AND NOT EXISTS (${keptValue(workspaceId)})
    ) AS exists`;
  if (unknown?.exists)
    await keepTagValues(
      tx,
      workspaceId,
      Prisma.sql`(SELECT * FROM ${carried} AS sent(tag_key, value, place))`,
    );
  return true;
}
