import "server-only";
import type { CallFilter } from "@/lib/contracts/calls";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** Stands for calls that carry no value. */
const NONE = "none";

/** A filter as the server asks it: also by the rate card that calls were priced with. */
export type LoggedFilter = CallFilter & { rateCard?: string | undefined };

/**
 * The condition that a filter makes, for `call` and `usage_daily` alike under the alias `logged`: one filter means one
 * set of calls, whether they are listed or summed.
 */
export function callConditions(workspaceId: string, filter: LoggedFilter): Prisma.Sql {
  const conditions = [Prisma.sql`logged.workspace_id = ${workspaceId}`];
  const add = (value: string | undefined, condition: (value: string) => Prisma.Sql) => {
    if (value !== undefined) conditions.push(condition(value));
  };
  add(filter.from, (value) => Prisma.sql`logged.local_date >= ${value}::date`);
  add(filter.to, (value) => Prisma.sql`logged.local_date <= ${value}::date`);
  add(filter.workflow, (value) =>
    value === NONE
      ? Prisma.sql`logged.workflow_id IS NULL`
      : Prisma.sql`logged.workflow_id = (
          SELECT id FROM workflow WHERE workspace_id = ${workspaceId} AND slug = ${value})`,
  );
  add(filter.stage, (value) => equalsOrNone(Prisma.sql`logged.stage`, value));
  add(filter.purpose, (value) => Prisma.sql`logged.purpose = ${value}`);
  add(filter.provider, (value) => Prisma.sql`logged.provider = ${value}`);
  add(filter.model, (value) => Prisma.sql`logged.model = ${value}`);
  add(filter.size, (value) => equalsOrNone(Prisma.sql`logged.size`, value));
  add(filter.quality, (value) => equalsOrNone(Prisma.sql`logged.quality`, value));
  add(filter.outcome, (value) => Prisma.sql`logged.outcome = ${value}`);
  add(filter.costBasis, (value) => Prisma.sql`logged.cost_basis = ${value}`);
  add(filter.rateCard, (value) => equalsOrNone(Prisma.sql`logged.rate_card_id`, value));
  add(filter.unpricedReason, (value) => equalsOrNone(Prisma.sql`logged.unpriced_reason`, value));
  return Prisma.join(conditions, " AND ");
}

function equalsOrNone(column: Prisma.Sql, value: string): Prisma.Sql {
  return value === NONE ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${value}`;
}
