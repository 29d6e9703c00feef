import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { DAILY_KEYS, DAILY_SUMS } from "./daily-columns";

const keys = Prisma.raw(Object.keys(DAILY_KEYS).join(", "));
const sums = Prisma.raw(Object.keys(DAILY_SUMS).join(", "));
const negativeSums = Prisma.raw(
  Object.keys(DAILY_SUMS)
    .map((column) => `-${column}`)
    .join(", "),
);

/** The first day whose calls are all in the sums of a tag; no day where the tag is not tracked. */
export function countedFrom(workspaceId: string, tagKey: string): Prisma.Sql {
  return Prisma.sql`
    (SELECT counted_from FROM tracked_tag WHERE workspace_id = ${workspaceId} AND key = ${tagKey})`;
}

/**
 * The daily sums to be asked, as what stands after FROM, under the alias `logged`. Where a tag plays a part, they have a
 * column `tag`: an equals sign and the value, "other" where it is not told apart, null for calls without the tag. Of
 * these there are no sums of their own: they are all calls less those that carry the tag, so a group of them may come to
 * nothing, which is no group.
 */
export function loggedDaily(workspaceId: string, tagKey: string | null): Prisma.Sql {
  if (tagKey === null) return Prisma.sql`usage_daily AS logged`;
  const from = countedFrom(workspaceId, tagKey);
  const tagged = Prisma.sql`
    FROM usage_daily_tag WHERE workspace_id = ${workspaceId} AND tag_key = ${tagKey} AND local_date >= ${from}`;
  return Prisma.sql`(
    SELECT workspace_id, ${keys}, ${sums},
      CASE WHEN tag_value IS NULL THEN 'other' ELSE '=' || tag_value END AS tag
    ${tagged}
    UNION ALL
    SELECT workspace_id, ${keys}, ${sums}, NULL
    FROM usage_daily WHERE workspace_id = ${workspaceId} AND local_date >= ${from}
    UNION ALL
    SELECT workspace_id, ${keys}, ${negativeSums}, NULL
    ${tagged}
  ) AS logged`;
}

/** Leaves out what the subtraction in loggedDaily brings to nothing. */
export const HAS_CALLS = Prisma.sql`HAVING sum(logged.calls) <> 0`;
