import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** One local day of a workspace. */
export interface LocalDay {
  workspaceId: string;
  date: string;
  timeZone: string;
}

/**
 * The condition for the calls of a day, also of one that a query finds, under the alias `logged`. The moments of the day
 * let the index by moment be used. Where clocks are put back to midnight, or across it, PostgreSQL means the later
 * midnight: calls of the hours before it may be of the day as well.
 */
export function isOfDay({
  workspaceId,
  date,
  timeZone,
}: Omit<LocalDay, "date"> & { date: string | Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`
    logged.workspace_id = ${workspaceId} AND logged.local_date = ${date}::date
    AND logged.occurred_at >= ((${date}::date)::timestamp AT TIME ZONE ${timeZone}) - interval '3 hours'
    AND logged.occurred_at < (${date}::date + 1)::timestamp AT TIME ZONE ${timeZone}`;
}
