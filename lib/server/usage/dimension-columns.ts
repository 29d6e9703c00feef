import "server-only";
import { tagKeyOf } from "@/lib/contracts/tag-filter";
import { type UsageDimension, usageDimensionSchema, type UsageGrouping } from "@/lib/contracts/usage";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** The two tables that hold what was logged: call by call, and summed up by day. */
export type LoggedTable = "call" | "usage_daily";

/** Whether a call repeats another, in either table. */
export const IS_RETRY: Readonly<Record<LoggedTable, Prisma.Sql>> = {
  call: Prisma.sql`(logged.retry_of IS NOT NULL)`,
  usage_daily: Prisma.sql`logged.is_retry`,
};

/** Where the dimensions of usage stand in `usage_daily`, under the alias `logged`. */
export const DIMENSION_COLUMNS: Readonly<Record<UsageDimension, Prisma.Sql>> = {
  workflow: Prisma.sql`logged.workflow_id`,
  stage: Prisma.sql`logged.stage`,
  purpose: Prisma.sql`logged.purpose`,
  provider: Prisma.sql`logged.provider`,
  model: Prisma.sql`logged.model`,
  operation: Prisma.sql`logged.operation`,
  size: Prisma.sql`logged.size`,
  quality: Prisma.sql`logged.quality`,
  outcome: Prisma.sql`logged.outcome`,
  batch: Prisma.sql`CASE WHEN logged.batch THEN 'yes' ELSE 'no' END`,
  retry: Prisma.sql`CASE WHEN logged.is_retry THEN 'yes' ELSE 'no' END`,
  costBasis: Prisma.sql`logged.cost_basis`,
  unpricedReason: Prisma.sql`logged.unpriced_reason`,
};

/** Where what calls are grouped by stands in the daily sums; a tag in those of the tag, see loggedDaily. */
export function groupingColumn(grouping: UsageGrouping): Prisma.Sql {
  return tagKeyOf(grouping) === null
    ? DIMENSION_COLUMNS[usageDimensionSchema.parse(grouping)]
    : Prisma.sql`logged.tag`;
}
