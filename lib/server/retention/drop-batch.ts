import "server-only";
import { arrayLiteral } from "@/lib/server/calls/array-literal";
import { readDay, writeDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { isOfDay, type LocalDay } from "@/lib/server/usage/is-of-day";
import { beat, lockDropRow, OPEN_STATUSES, type DropRow } from "./drop-row";

/** Gone in a moment, however many calls a day has; the dead rows of one batch are not read again by the next one. */
const BATCH_CALLS = 5000;

interface Found {
  occurredAt: Date;
  id: string;
}

/** Where a batch ended within its day. Only a help to begin the next one: what is gone is not found again without it. */
export interface Place extends Found {
  date: string;
}

/** How a batch left the dropping. */
export type BatchEnd = { isOver: true } | { isOver: false; place: Place | null };

/**
 * Drops the next calls of the day at hand, the newest first, and notes how far it got, in one transaction. Logging does
 * not wait for it: no call of such a day comes in, and nothing but this touches those that are there.
 */
export function dropBatch(
  workspaceId: string,
  dropId: string,
  place: Place | null,
  batchCalls = BATCH_CALLS,
): Promise<BatchEnd> {
  return inWorkspace(workspaceId, async (tx) => {
    const row = await lockDropRow(tx, workspaceId, dropId);
    if (!OPEN_STATUSES.includes(row.status)) return { isOver: true };
    const date = await findDay(tx, row);
    if (date === null) return { isOver: true };

    const { timeZone } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const after = place?.date === date ? place : null;
    const gone = await findCalls(tx, { workspaceId, date, timeZone }, after, batchCalls);
    await deleteCalls(tx, workspaceId, gone);
    const isDone = gone.length < batchCalls;
    await tx.callDrop.update({
      where: { workspaceId_id: { workspaceId, id: dropId } },
      data: {
        callsDropped: { increment: gone.length },
        failure: null,
        begunDate: isDone ? null : writeDay(date),
        ...(isDone && { doneThrough: writeDay(date) }),
      },
    });
    await beat(tx, row);
    const last = gone.at(-1);
    return { isOver: false, place: isDone || last === undefined ? null : { date, ...last } };
  });
}

/** The day that has been begun, or else the next one that has sums; none where a stop is wanted between two days. */
async function findDay(tx: Transaction, row: DropRow): Promise<string | null> {
  if (row.begunDate !== null) return readDay(row.begunDate);
  if (row.status === "stopping") return null;
  const [next] = await tx.$queryRaw<{ date: string | null }[]>`
    SELECT min(local_date)::text AS date FROM usage_daily
    WHERE workspace_id = ${row.workspaceId}
      AND local_date >= ${readDay(row.fromDate)}::date AND local_date <= ${readDay(row.throughDate)}::date
      AND local_date > COALESCE(${row.doneThrough && readDay(row.doneThrough)}::date, '-infinity')`;
  return next?.date ?? null;
}

async function findCalls(
  tx: Transaction,
  day: LocalDay,
  after: Place | null,
  limit: number,
): Promise<Found[]> {
  // The workspace's policy makes PostgreSQL expect a single row, and rather sort a whole day than walk the index that
  // has its order.
  await tx.$executeRaw`SET LOCAL enable_sort = off`;
  const beyond = after
    ? Prisma.sql`AND (logged.occurred_at, logged.id) < (${after.occurredAt}::timestamptz, ${after.id})`
    : Prisma.empty;
  return tx.$queryRaw<Found[]>`
    SELECT logged.occurred_at AS "occurredAt", logged.id FROM call AS logged
    WHERE ${isOfDay(day)} ${beyond}
    ORDER BY logged.occurred_at DESC, logged.id DESC LIMIT ${limit}`;
}

/** Deletes calls that were found newest first. */
async function deleteCalls(tx: Transaction, workspaceId: string, calls: readonly Found[]): Promise<void> {
  const [newest, oldest] = [calls[0], calls.at(-1)];
  if (newest === undefined || oldest === undefined) return;
  // Where statistics say that there are few calls, PostgreSQL looks for the ids in the index of moments, and without
  // these in the whole of it.
  await tx.$executeRaw`
    DELETE FROM call
    WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayLiteral(calls.map(({ id }) => id))}::text[])
      AND occurred_at BETWEEN ${oldest.occurredAt}::timestamptz AND ${newest.occurredAt}::timestamptz`;
}
