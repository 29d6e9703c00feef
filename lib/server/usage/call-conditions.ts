import "server-only";
import type { CallFilter } from "@/lib/contracts/calls";
import { parseValueList, type ValueList } from "@/lib/contracts/value-list";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { type LoggedTable, IS_RETRY } from "./dimension-columns";
import { tagCondition } from "./tag-condition";
import { flagCondition, isOneOf, listCondition, NONE, optionalCondition } from "./value-conditions";

/** A filter as the server asks it: also by the rate card that calls were priced with. */
export type LoggedFilter = CallFilter & { rateCard?: string | undefined };

/**
 * The condition that a filter makes under the alias `logged`, for `call` and for the daily sums alike: one filter means
 * one set of calls, whether they are listed or summed. A filter by a tag needs the sums of this tag, see loggedDaily.
 */
export function callConditions(workspaceId: string, filter: LoggedFilter, table: LoggedTable): Prisma.Sql {
  const conditions = [Prisma.sql`logged.workspace_id = ${workspaceId}`];
  const add = (value: string | undefined, condition: (value: string) => Prisma.Sql) => {
    if (value !== undefined) conditions.push(condition(value));
  };
  const addParsed = (text: string | undefined, condition: (list: ValueList) => Prisma.Sql) =>
    add(text, (value) => {
      const list = parseValueList(value);
      return list === null ? Prisma.sql`false` : condition(list);
    });
  const addList = (text: string | undefined, column: Prisma.Sql) =>
    addParsed(text, (list) => listCondition(list, (values) => isOneOf(column, values)));
  const addOptional = (text: string | undefined, column: Prisma.Sql) =>
    addParsed(text, (list) => optionalCondition(column, list, (values) => isOneOf(column, values)));
  const addFlag = (text: string | undefined, column: Prisma.Sql) =>
    addParsed(text, (list) => flagCondition(column, list));
  add(filter.from, (value) => Prisma.sql`logged.local_date >= ${value}::date`);
  add(filter.to, (value) => Prisma.sql`logged.local_date <= ${value}::date`);
  addParsed(filter.workflow, (list) =>
    optionalCondition(
      Prisma.sql`logged.workflow_id`,
      list,
      (slugs) => Prisma.sql`logged.workflow_id IN (
        SELECT id FROM workflow WHERE workspace_id = ${workspaceId} AND slug = ANY(${slugs}::text[]))`,
    ),
  );
  addOptional(filter.stage, Prisma.sql`logged.stage`);
  addList(filter.purpose, Prisma.sql`logged.purpose`);
  addList(filter.provider, Prisma.sql`logged.provider`);
  addList(filter.model, Prisma.sql`logged.model`);
  addList(filter.operation, Prisma.sql`logged.operation`);
  addOptional(filter.size, Prisma.sql`logged.size`);
  addOptional(filter.quality, Prisma.sql`logged.quality`);
  addList(filter.outcome, Prisma.sql`logged.outcome`);
  addFlag(filter.batch, Prisma.sql`logged.batch`);
  addFlag(filter.retry, IS_RETRY[table]);
  addList(filter.costBasis, Prisma.sql`logged.cost_basis`);
  // The same again, in the words of the index that has only such calls.
  if (filter.costBasis === "unpriced") conditions.push(Prisma.sql`logged.unpriced_reason IS NOT NULL`);
  addOptional(filter.unpricedReason, Prisma.sql`logged.unpriced_reason`);
  add(filter.tag, (value) => tagCondition(workspaceId, value, table));
  add(filter.rateCard, (value) =>
    value === NONE ? Prisma.sql`logged.rate_card_id IS NULL` : Prisma.sql`logged.rate_card_id = ${value}`,
  );
  return Prisma.join(conditions, " AND ");
}
