import "server-only";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import type { CallGroup, CallMeasure } from "@/lib/derivations";
import { nanoUsd, type NanoUsd } from "@/lib/money";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { callConditions, type LoggedFilter } from "@/lib/server/usage/call-conditions";
import { findKeptFrom, keptFrom } from "@/lib/server/usage/kept-calls";
import type { UsageSums } from "@/lib/server/usage/usage-sums";
import { sumUsage } from "@/lib/server/usage/usage-totals";
import { addDays } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import { addUsageSums } from "@/lib/server/reports/add-usage-sums";
import type { Explaining } from "./explaining";

/** Enough to find one by eye; the list under Usage has them all. */
const MOST_CALLS = 50;

interface Row {
  id: string;
  model: string;
  size: string | null;
  quality: string | null;
  n: number;
  imagesReturned: number;
  isRework: boolean;
  isBillingUnknown: boolean;
  costNanoUsd: string | null;
  boundLowNanoUsd: string | null;
  boundHighNanoUsd: string | null;
}

const IS_REWORK = Prisma.sql`(logged.retry_of IS NOT NULL OR logged.purpose IN ('qa', 'prompt_tuning'))`;

const MEASURES: Readonly<Record<CallMeasure, Prisma.Sql>> = {
  usage: Prisma.sql`true`,
  rework: IS_REWORK,
  paid_losses: Prisma.sql`logged.images_returned = 0 AND logged.cost_nano_usd <> 0`,
};

/**
 * The newest calls of a filter one by one, and all the older ones as one group, so that together they are its sums; those
 * of days whose single calls were dropped are a group of their own.
 */
export async function listExplainedCalls(
  { tx, workspace }: Explaining,
  { measure, filter, sums }: { measure: CallMeasure; filter: LoggedFilter; sums: UsageSums },
): Promise<CallGroup<ExplanationQuery>[]> {
  const { from, to } = filter;
  if (from === undefined || to === undefined || sums.calls === 0) return [];
  const dropped = await sumDropped(tx, workspace.id, { ...filter, from, to });
  // The days bound the moments loosely, whatever the zone, so that the index by moment is not read to its end.
  await tx.$executeRaw`SET LOCAL enable_sort = off`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT logged.id, logged.model, logged.size, logged.quality, logged.n,
      logged.images_returned AS "imagesReturned", ${IS_REWORK} AS "isRework",
      logged.billed IS NULL AS "isBillingUnknown", logged.cost_nano_usd::text AS "costNanoUsd",
      logged.bound_low_nano_usd::text AS "boundLowNanoUsd", logged.bound_high_nano_usd::text AS "boundHighNanoUsd"
    FROM call AS logged
    WHERE ${callConditions(workspace.id, filter, "call")} AND ${MEASURES[measure]}
      AND logged.local_date >= ${keptFrom(workspace.id)}
      AND logged.occurred_at >= (${from}::date - interval '1 day') AT TIME ZONE 'UTC'
      AND logged.occurred_at < (${to}::date + interval '2 days') AT TIME ZONE 'UTC'
    ORDER BY logged.occurred_at DESC, logged.id DESC
    LIMIT ${MOST_CALLS}`;
  const shown = rows.map((row) => ({ row, sums: sumsOf(row) }));
  const kept = dropped === null ? sums : subtract(sums, dropped.sums);
  const older = subtract(kept, addUsageSums(shown.map((each) => each.sums)));
  const groups: CallGroup<ExplanationQuery>[] = shown.map(({ row, sums: own }) => ({
    title: `${row.id} · ${[row.model, row.size, row.quality].filter(Boolean).join(" ")}`,
    sums: own,
    cards: [],
    more: { subject: "call" as const, call: row.id },
  }));
  if (rows.length === MOST_CALLS && older.calls > 0) {
    groups.push({ title: "The older calls together", sums: older, cards: [], more: null });
  }
  if (dropped !== null) groups.push(dropped);
  return groups;
}

/** The calls of a filter that are nothing but sums any more; null where all of them are kept. */
async function sumDropped(
  tx: Explaining["tx"],
  workspaceId: string,
  filter: LoggedFilter & { from: string; to: string },
): Promise<(CallGroup<ExplanationQuery> & { sums: UsageSums }) | null> {
  const from = await findKeptFrom(tx, workspaceId);
  if (from === null || filter.from >= from) return null;
  const last = addDays(from, -1);
  const to = last < filter.to ? last : filter.to;
  const sums = await sumUsage(tx, { id: workspaceId }, { ...filter, to });
  if (sums.calls === 0) return null;
  const days = formatDateRange(filter.from, to);
  return { title: `${days}: the single calls were dropped, their sums stay`, sums, cards: [], more: null };
}

/** One call in the shape of a sum. */
function sumsOf(row: Row): UsageSums {
  const cost = amount(row.costNanoUsd);
  const isUnpriced = row.costNanoUsd === null;
  return {
    calls: 1,
    imagesRequested: row.n,
    imagesDelivered: row.imagesReturned,
    imagesPriced: isUnpriced ? 0 : row.imagesReturned,
    imagesAccepted: 0,
    imagesJudged: 0,
    costNanoUsd: cost,
    paidLossNanoUsd: row.imagesReturned === 0 ? cost : amount(null),
    reworkNanoUsd: row.isRework ? cost : amount(null),
    unpricedCalls: isUnpriced ? 1 : 0,
    unboundedCalls: isUnpriced && row.boundHighNanoUsd === null ? 1 : 0,
    billingUnknownCalls: row.isBillingUnknown ? 1 : 0,
    boundLowNanoUsd: amount(row.boundLowNanoUsd),
    boundHighNanoUsd: amount(row.boundHighNanoUsd),
  };
}

function amount(text: string | null): NanoUsd {
  return nanoUsd(BigInt(text ?? 0));
}

function subtract(all: UsageSums, part: UsageSums): UsageSums {
  const entries = Object.entries(all).map(([key, value]) => {
    const taken = part[key as keyof UsageSums];
    return [key, typeof value === "bigint" ? value - BigInt(taken) : value - Number(taken)];
  });
  return Object.fromEntries(entries) as UsageSums;
}
