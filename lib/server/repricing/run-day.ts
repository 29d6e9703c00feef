import "server-only";
import type { RepricingProgress } from "@/lib/contracts/repricings";
import { decideCall } from "@/lib/server/calls/decide-call";
import { readDay, writeDay } from "@/lib/server/db/calendar-day";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { holdCalendarAlone } from "@/lib/server/usage/calendar-lock";
import type { LocalDay } from "@/lib/server/usage/is-of-day";
import { addDifferences } from "./add-differences";
import { readDayCalls } from "./day-calls";
import { DayDifferences, isOtherwise } from "./day-differences";
import { countClosedCalls, countDroppedCalls, findNextDay } from "./next-day";
import { readContext, type RepricingContext } from "./repricing-context";
import { lockRepricingRow, NO_PROGRESS, readProgress, readScope, type RepricingRow } from "./repricing-row";
import { rebuildDay, writeChanges } from "./write-changes";

/** Somebody cancelled the repricing, or another server goes on with it. */
export class RepricingStopped extends Error {
  override readonly name = "RepricingStopped";
}

/** Why a repricing cannot go on, in words for whoever started it. */
export class RepricingFailure extends Error {
  override readonly name = "RepricingFailure";
}

/** The busiest day of a large log. */
const TIMEOUT_MS = 10 * 60 * 1000;

export interface Step {
  phase: "trying" | "applying";
  /** The last day that was finished; null at the beginning. */
  doneThrough: string | null;
}

/**
 * Tries or applies the next day in one transaction, with how far it got, and answers where it stands; null when no day
 * is left. A crash at any moment leaves the repricing between two days. While a day is applied no call can come in, no
 * month can be closed and no day be cut otherwise, so its daily sums are those of its calls before and after.
 */
export function runDay(
  workspaceId: string,
  id: string,
  { phase, doneThrough }: Step,
  now: Date,
): Promise<Step | null> {
  return inWorkspace(
    workspaceId,
    async (tx) => {
      if (phase === "applying") await tx.$executeRaw`SELECT ${holdCalendarAlone(workspaceId)}`;
      const row = await lockRepricingRow(tx, workspaceId, id);
      const reached = row.doneThrough && readDay(row.doneThrough);
      if (row.status !== phase || reached !== doneThrough) throw new RepricingStopped();
      const context = await readContext(tx, row);
      if (phase === "applying") return applyDay(tx, row, context, now);
      return tryDay(tx, row, context);
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function tryDay(tx: Transaction, row: RepricingRow, context: RepricingContext): Promise<Step | null> {
  const { fingerprint } = context;
  // A dry run of which one half was priced otherwise than the other would say nothing.
  const isNew = row.bookFingerprint !== fingerprint;
  const progress = isNew
    ? {
        ...NO_PROGRESS,
        closedMonths: await countClosedCalls(tx, row, context),
        dropped: await countDroppedCalls(tx, row, context),
      }
    : readProgress(row);
  const after = isNew || row.doneThrough === null ? null : readDay(row.doneThrough);
  const date = await findNextDay(tx, row, { ...context, after });
  const day = date === null ? null : { workspaceId: row.workspaceId, date, timeZone: context.timeZone };
  const tried = day ? await decideDay(tx, row, context, day) : [];
  await keep(tx, row, day?.date ?? null, fingerprint, {
    ...progress,
    tried: addDifferences([progress.tried, tried]),
  });
  return day && { phase: "trying", doneThrough: day.date };
}

async function applyDay(
  tx: Transaction,
  row: RepricingRow,
  context: RepricingContext,
  now: Date,
): Promise<Step | null> {
  const { fingerprint } = context;
  if (row.bookFingerprint !== fingerprint) {
    throw new RepricingFailure(
      "Prices, billing rules or closed months changed, or calls were dropped, while it was applied. The days that were applied by then stay applied.",
    );
  }
  const after = row.doneThrough && readDay(row.doneThrough);
  const date = await findNextDay(tx, row, { ...context, after });
  if (date === null) return null;
  const day = { workspaceId: row.workspaceId, date, timeZone: context.timeZone };
  const applied = await decideDay(tx, row, context, day, now);
  if (applied.some(({ callsChanged }) => callsChanged > 0)) await rebuildDay(tx, day);
  const progress = readProgress(row);
  await keep(tx, row, date, fingerprint, {
    ...progress,
    applied: addDifferences([progress.applied, applied]),
  });
  return { phase: "applying", doneThrough: date };
}

/** Decides the calls of a day anew and adds up the differences; with a moment, the calls are changed too. */
async function decideDay(
  tx: Transaction,
  row: RepricingRow,
  { tariff }: RepricingContext,
  day: LocalDay,
  changedAt?: Date,
) {
  const { provider, model, costBasis } = readScope(row);
  const differences = new DayDifferences(day.date.slice(0, 7));
  for await (const calls of readDayCalls(tx, day, { provider, model, costBasis })) {
    const decided = calls.map((call) => {
      const after = decideCall(tariff, call.facts);
      return { call, after, isChanged: isOtherwise(call.decision, after) };
    });
    for (const each of decided) differences.add(each);
    if (changedAt === undefined) continue;
    const changed = decided.filter(({ isChanged }) => isChanged);
    const { workspaceId, id: repricingId } = row;
    await writeChanges(tx, { workspaceId, repricingId, now: changedAt }, changed);
  }
  return differences.list();
}

async function keep(
  tx: Transaction,
  row: RepricingRow,
  date: string | null,
  bookFingerprint: string,
  progress: RepricingProgress,
): Promise<void> {
  const { workspaceId, id } = row;
  await tx.repricing.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      bookFingerprint,
      differences: progress,
      ...(date !== null && { doneThrough: writeDay(date) }),
    },
  });
  await tx.$executeRaw`
    UPDATE repricing SET heartbeat_at = clock_timestamp() WHERE workspace_id = ${workspaceId} AND id = ${id}`;
}
