import "server-only";
import type { Repricing, RepricingSummary } from "@/lib/contracts/repricings";
import { findActorNames } from "@/lib/server/access/find-actor-names";
import { readDay } from "@/lib/server/db/calendar-day";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { toOutcome } from "./add-differences";
import { readProgress, type RepricingRow } from "./repricing-row";

/** Repricings of one workspace as the API lists them. */
export async function presentRepricings(
  tx: Transaction,
  rows: readonly RepricingRow[],
): Promise<RepricingSummary[]> {
  const nameOf = await findActorNames(
    tx,
    rows.flatMap(({ createdById, appliedById }) => [createdById, ...(appliedById ? [appliedById] : [])]),
  );
  return rows.map((row) => {
    const { tried, applied } = readProgress(row);
    return {
      id: row.id,
      status: row.status as RepricingSummary["status"],
      from: readDay(row.fromDate),
      to: readDay(row.toDate),
      provider: row.provider,
      model: row.model,
      onlyUnpriced: row.onlyUnpriced,
      doneThrough: row.doneThrough && readDay(row.doneThrough),
      total: toOutcome(row.appliedAt === null ? tried : applied).total,
      failure: row.failure,
      createdBy: nameOf(row.createdById),
      createdAt: row.createdAt.toISOString(),
      appliedBy: row.appliedById && nameOf(row.appliedById),
      appliedAt: row.appliedAt?.toISOString() ?? null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
    };
  });
}

/** One of them with its differences by month and model. */
export async function presentRepricing(tx: Transaction, row: RepricingRow): Promise<Repricing> {
  const [summary] = await presentRepricings(tx, [row]);
  if (summary === undefined) throw new Error("One row gives one repricing.");
  const { tried, applied, closedMonths, dropped } = readProgress(row);
  return { ...summary, tried: toOutcome(tried), applied: toOutcome(applied), closedMonths, dropped };
}
