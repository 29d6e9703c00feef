import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { wholeMonths } from "@/lib/usage";
import { DAILY_KEYS, DAILY_LATEST, DAILY_SUMS } from "./daily-columns";
import { callConditions, type LoggedFilter } from "./call-conditions";

/** By name: the columns of the two tables stand in different orders. */
const columns = Prisma.raw(
  [DAILY_KEYS, DAILY_SUMS, DAILY_LATEST].flatMap((each) => Object.keys(each)).join(", "),
);

/**
 * What may stand after FROM for the sums of the calls that a filter selects: the monthly ones of whole months, and the
 * daily ones of the days at either end. A month's sums are under its first day.
 */
export function loggedSums(workspaceId: string, filter: LoggedFilter): Prisma.Sql {
  const { months, days } = wholeMonths(filter);
  const parts = [
    ...(months === null
      ? []
      : [
          Prisma.sql`
      SELECT ${columns} FROM usage_monthly AS logged
      WHERE ${callConditions(workspaceId, { ...filter, ...months }, "usage_daily")}`,
        ]),
    ...days.map((span) => selectDays(workspaceId, { ...filter, ...span })),
  ];
  return Prisma.sql`(${Prisma.join(parts, " UNION ALL ")})`;
}

/** The same by day. */
export function loggedDays(workspaceId: string, filter: LoggedFilter): Prisma.Sql {
  return Prisma.sql`(${selectDays(workspaceId, filter)})`;
}

function selectDays(workspaceId: string, filter: LoggedFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns} FROM usage_daily AS logged WHERE ${callConditions(workspaceId, filter, "usage_daily")}`;
}
