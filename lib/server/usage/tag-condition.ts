import "server-only";
import { parseTagFilter, parseTagValue } from "@/lib/contracts/tag-filter";
import { Prisma } from "@/lib/server/generated/prisma/client";
import type { LoggedTable } from "./dimension-columns";
import { countedFrom } from "./logged-daily";
import { isOneOf, optionalCondition } from "./value-conditions";

/** The condition that a filter by a tag makes. Calls of days that are not counted yet are in neither table's answers. */
export function tagCondition(workspaceId: string, text: string, table: LoggedTable): Prisma.Sql {
  const filter = parseTagFilter(text);
  if (filter === null) return Prisma.sql`false`;
  const { key, list } = filter;
  if (table === "usage_daily")
    return optionalCondition(Prisma.sql`logged.tag`, list, (values) =>
      isOneOf(Prisma.sql`logged.tag`, values.map(toDailyTag)),
    );
  const value = Prisma.sql`(logged.tags->>${key}::text)`;
  const condition = optionalCondition(value, list, (values) => isCarried(workspaceId, key, value, values));
  return Prisma.sql`(logged.local_date >= ${countedFrom(workspaceId, key)} AND ${condition})`;
}

/** A value as the column `tag` of loggedDaily has it. */
function toDailyTag(text: string): string {
  const tag = parseTagValue(text);
  return tag.kind === "value" ? `=${tag.value}` : tag.kind;
}

/** A call counts under its value only where the value is told apart, as in the daily sums. */
function isCarried(workspaceId: string, key: string, value: Prisma.Sql, asked: string[]): Prisma.Sql {
  const tags = asked.map(parseTagValue);
  const values = tags.flatMap((tag) => (tag.kind === "value" ? tag.value : []));
  const kept = Prisma.sql`
    SELECT kept.value FROM tracked_tag_value AS kept
    WHERE kept.workspace_id = ${workspaceId} AND kept.tag_key = ${key}`;
  const conditions = [
    ...(values.length > 0 ? [Prisma.sql`${value} IN (${kept} AND kept.value = ANY(${values}::text[]))`] : []),
    ...(tags.some(({ kind }) => kind === "other")
      ? [Prisma.sql`(${value} IS NOT NULL AND ${value} NOT IN (${kept}))`]
      : []),
  ];
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}
