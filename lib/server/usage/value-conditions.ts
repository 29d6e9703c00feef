import "server-only";
import type { ValueList } from "@/lib/contracts/value-list";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** Stands for calls that carry no value. */
export const NONE = "none";

/** The condition that a call has one of some values. */
export type Among = (values: string[]) => Prisma.Sql;

export function isOneOf(column: Prisma.Sql, values: string[]): Prisma.Sql {
  return values.length === 1
    ? Prisma.sql`${column} = ${values[0]}`
    : Prisma.sql`${column} = ANY(${values}::text[])`;
}

/** That a column, which every call fills, has one of the values of a list, or none of them. */
export function listCondition({ isExcluded, values }: ValueList, among: Among): Prisma.Sql {
  return isExcluded ? Prisma.sql`NOT (${among([...values])})` : among([...values]);
}

/** The same for a column that may be empty: such calls are "none", and so they are none of the values. */
export function optionalCondition(column: Prisma.Sql, list: ValueList, among: Among): Prisma.Sql {
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
export function flagCondition(column: Prisma.Sql, list: ValueList): Prisma.Sql {
  const wanted = ["yes", "no"].filter((word) => list.values.includes(word) !== list.isExcluded);
  if (wanted.length === 0) return Prisma.sql`false`;
  return wanted.length === 2 ? Prisma.sql`true` : Prisma.sql`${column} = ${wanted[0] === "yes"}`;
}
