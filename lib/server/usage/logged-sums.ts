import "server-only";
import { askedTagKeys } from "@/lib/contracts/tag-filter";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { wholeMonths } from "@/lib/usage";
import { DAILY_KEYS, DAILY_LATEST, DAILY_SUMS } from "./daily-columns";
import { callConditions, type LoggedFilter } from "./call-conditions";
import { loggedDaily } from "./logged-daily";

/** By name: the columns of the tables stand in different orders. */
const sums = Prisma.raw([DAILY_KEYS, DAILY_SUMS].flatMap((each) => Object.keys(each)).join(", "));
const sumsWithLatest = Prisma.raw(
  [DAILY_KEYS, DAILY_SUMS, DAILY_LATEST].flatMap((each) => Object.keys(each)).join(", "),
);

/**
 * What may stand after FROM for the sums of the calls that a filter selects: the monthly ones of whole months, and the
 * daily ones of the days at either end. A month's sums are under its first day. Sums of a tag are kept by day alone.
 */
export function loggedSums(workspaceId: string, filter: LoggedFilter, tagKey = tagOf(filter)): Prisma.Sql {
  if (tagKey !== null) return loggedDays(workspaceId, filter, tagKey);
  const { months, days } = wholeMonths(filter);
  const parts = [
    ...(months === null
      ? []
      : [
          Prisma.sql`
      SELECT ${sumsWithLatest} FROM usage_monthly AS logged
      WHERE ${callConditions(workspaceId, { ...filter, ...months }, "usage_daily")}`,
        ]),
    ...days.map((span) => selectDays(workspaceId, { ...filter, ...span }, null)),
  ];
  return Prisma.sql`(${Prisma.join(parts, " UNION ALL ")})`;
}

/** The same by day. Where a tag plays a part, be it that calls are grouped by it, with the column `tag` of loggedDaily. */
export function loggedDays(workspaceId: string, filter: LoggedFilter, tagKey = tagOf(filter)): Prisma.Sql {
  return Prisma.sql`(${selectDays(workspaceId, filter, tagKey)})`;
}

function selectDays(workspaceId: string, filter: LoggedFilter, tagKey: string | null): Prisma.Sql {
  return Prisma.sql`
    SELECT ${tagKey === null ? sumsWithLatest : Prisma.sql`${sums}, tag`}
    FROM ${loggedDaily(workspaceId, tagKey)} WHERE ${callConditions(workspaceId, filter, "usage_daily")}`;
}

function tagOf(filter: LoggedFilter): string | null {
  return askedTagKeys(filter)[0] ?? null;
}
