import "server-only";
import {
  readStoredCall,
  STORED_CALL_COLUMNS,
  type StoredCall,
  type StoredCallRow,
} from "@/lib/server/calls/stored-call";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { callConditions } from "@/lib/server/usage/call-conditions";

const PAGE_ROWS = 5000;

/** One local day of a workspace. */
export interface LocalDay {
  workspaceId: string;
  date: string;
  timeZone: string;
}

/**
 * The condition for the calls of a day under the alias `logged`. The moments of the day let the index by moment be
 * used; three hours on either side allow for clocks that are changed around midnight.
 */
export function isOfDay({ workspaceId, date, timeZone }: LocalDay): Prisma.Sql {
  return Prisma.sql`
    logged.workspace_id = ${workspaceId} AND logged.local_date = ${date}::date
    AND logged.occurred_at >= ((${date}::date)::timestamp AT TIME ZONE ${timeZone}) - interval '3 hours'
    AND logged.occurred_at < ((${date}::date + 1)::timestamp AT TIME ZONE ${timeZone}) + interval '3 hours'`;
}

type Scope = Parameters<typeof callConditions>[1];

/** The calls of a day that are in the scope, a page at a time, so that a day may be larger than the memory. */
export async function* readDayCalls(
  tx: Transaction,
  day: LocalDay,
  scope: Scope,
): AsyncGenerator<StoredCall[]> {
  // The workspace's policy makes PostgreSQL expect a single row, and rather sort the day anew for each page than walk
  // the index that has its order.
  await tx.$executeRaw`SET LOCAL enable_sort = off`;
  let last: StoredCall | undefined;
  for (;;) {
    const after = last
      ? Prisma.sql`AND (logged.occurred_at, logged.id) < (${last.occurredAt}::timestamptz, ${last.id})`
      : Prisma.empty;
    const rows = await tx.$queryRaw<StoredCallRow[]>`
      SELECT ${STORED_CALL_COLUMNS} FROM call AS logged
      WHERE ${isOfDay(day)} AND ${callConditions(day.workspaceId, scope, "call")} ${after}
      ORDER BY logged.occurred_at DESC, logged.id DESC LIMIT ${PAGE_ROWS}`;
    if (rows.length === 0) return;
    const calls = rows.map(readStoredCall);
    yield calls;
    if (rows.length < PAGE_ROWS) return;
    last = calls.at(-1);
  }
}
