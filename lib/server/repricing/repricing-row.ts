import "server-only";
import {
  repricingProgressSchema,
  type Repricing as RepricingAnswer,
  type RepricingProgress,
} from "@/lib/contracts/repricings";
import { readDay } from "@/lib/server/db/calendar-day";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { Repricing } from "@/lib/server/generated/prisma/client";
import { RequestError } from "@/lib/server/http/request-error";

/** A row of the table `repricing`. */
export type RepricingRow = Repricing;

export type RepricingStatus = RepricingAnswer["status"];

/** Nothing is tried and nothing applied. */
export const NO_PROGRESS: RepricingProgress = { tried: [], applied: [], closedMonths: [], dropped: null };

export async function getRepricingRow(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<RepricingRow> {
  const row = await tx.repricing.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (row === null) throw new RequestError("not_found", "No repricing of this workspace has this id.");
  return row;
}

/** The repricing, held until the transaction ends. Whoever needs the workspace's calendar too takes that first. */
export async function lockRepricingRow(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<RepricingRow> {
  await tx.$queryRaw`SELECT id FROM repricing WHERE workspace_id = ${workspaceId} AND id = ${id} FOR UPDATE`;
  return getRepricingRow(tx, workspaceId, id);
}

/** Refuses what the repricing's state does not allow. */
export function requireStatus(row: RepricingRow, allowed: readonly RepricingStatus[], what: string): void {
  if ((allowed as readonly string[]).includes(row.status)) return;
  throw new RequestError("conflict", `The repricing is ${row.status}, so ${what}.`);
}

export function readProgress({ differences }: RepricingRow): RepricingProgress {
  return repricingProgressSchema.parse(differences);
}

/** The days of a repricing, both included, and which of their calls it is about. */
export function readScope(row: RepricingRow) {
  return {
    from: readDay(row.fromDate),
    to: readDay(row.toDate),
    provider: row.provider ?? undefined,
    model: row.model ?? undefined,
    costBasis: row.onlyUnpriced ? ("unpriced" as const) : undefined,
  };
}
