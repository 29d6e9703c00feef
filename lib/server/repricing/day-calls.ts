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
import { isOfDay, type LocalDay } from "@/lib/server/usage/is-of-day";

const PAGE_ROWS = 5000;

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
