import "server-only";
import type { CallFilter } from "@/lib/contracts/calls";
import { parseValueList } from "@/lib/contracts/value-list";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { type LoggedTable, IS_RETRY } from "./dimension-columns";

/** Stands for calls that carry no value. */
const NONE = "none";

/** A filter as the server asks it: also by the rate card that calls were priced with. */
export type LoggedFilter = CallFilter & { rateCard?: string | undefined };

/**
 * The condition that a filter makes, for `call` and `usage_daily` alike under the alias `logged`: one filter means one
 * set of calls, whether they are listed or summed.
 */
export function callConditions(workspaceId: string, filter: LoggedFilter, table: LoggedTable): Prisma.Sql {
  const conditions = [Prisma.sql`logged.workspace_id = ${workspaceId}`];
  const add = (value: string | undefined, condition: (value: string) => Prisma.Sql) => {
    if (value !== undefined) conditions.push(condition(value));
  };
  const addList = (text: string | undefined, column: Prisma.Sql) =>
    add(text, (value) => listCondition(value, (values) => isOneOf(column, values)));
  const addOptional = (text: string | undefined, column: Prisma.Sql) =>
    add(text, (value) => optionalCondition(column, value, (values) => isOneOf(column, values)));
  const addFlag = (text: string | undefined, column: Prisma.Sql) =>
    add(text, (value) => flagCondition(column, value));
  add(filter.from, (value) => Prisma.sql`logged.local_date >= ${value}::date`);
  add(filter.to, (value) => Prisma.sql`logged.local_date <= ${value}::date`);
  add(filter.workflow, (value) =>
    optionalCondition(
      Prisma.sql`logged.workflow_id`,
      value,
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
  add(filter.rateCard, (value) =>
    value === NONE ? Prisma.sql`logged.rate_card_id IS NULL` : Prisma.sql`logged.rate_card_id = ${value}`,
  );
  return Prisma.join(conditions, " AND ");
}

type Among = (values: string[]) => Prisma.Sql;

function isOneOf(column: Prisma.Sql, values: string[]): Prisma.Sql {
  return values.length === 1
    ? Prisma.sql`${column} = ${values[0]}`
    : Prisma.sql`${column} = ANY(${values}::text[])`;
}

/** That a column, which every call fills, has one of the values of a list, or none of them. */
function listCondition(text: string, among: Among): Prisma.Sql {
  const list = parseValueList(text);
  if (list === null) return Prisma.sql`false`;
  return list.isExcluded ? Prisma.sql`NOT (${among([...list.values])})` : among([...list.values]);
}

/** The same for a column that may be empty: such calls are "none", and so they are none of the values. */
function optionalCondition(column: Prisma.Sql, text: string, among: Among): Prisma.Sql {
  const list = parseValueList(text);
  if (list === null) return Prisma.sql`false`;
  const values = list.values.filter((value) => value !== NONE);
  const isNoneNamed = values.length < list.values.length;
  const isNull = Prisma.sql`${column} IS NULL`;
  const isNotNull = Prisma.sql`${column} IS NOT NULL`;
  if (values.length === 0) return list.isExcluded ? isNotNull : isNull;
  const isAmong = among(values);
  if (!list.isExcluded) return isNoneNamed ? Prisma.sql`(${isNull} OR ${isAmong})` : isAmong;
  return isNoneNamed
    ? Prisma.sql`(${isNotNull} AND NOT (${isAmong}))`
    : Prisma.sql`(${isNull} OR NOT (${isAmong}))`;
}

/** That a flag is one of yes and no. */
function flagCondition(column: Prisma.Sql, text: string): Prisma.Sql {
  const list = parseValueList(text);
  const wanted = ["yes", "no"].filter((word) => list?.values.includes(word) !== list?.isExcluded);
  if (list === null || wanted.length === 0) return Prisma.sql`false`;
  return wanted.length === 2 ? Prisma.sql`true` : Prisma.sql`${column} = ${wanted[0] === "yes"}`;
}
