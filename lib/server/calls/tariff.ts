import "server-only";
import { loadBillingRules } from "@/lib/server/billing-rules/load-billing-rules";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import type { Tariff } from "./decide-call";

/** Covers every rate card and billing rule of a row of `workspace`: it changes when one of them does. */
export const TARIFF_FINGERPRINT = Prisma.sql`
  concat_ws('/',
    (SELECT sum(hashtextextended(card::text, 0)) FROM catalogue_rate_card AS card),
    (SELECT sum(hashtextextended(card::text, 0)) FROM rate_card AS card WHERE workspace_id = workspace.id),
    (SELECT sum(hashtextextended(rule::text, 0)) FROM billing_rule AS rule WHERE workspace_id = workspace.id))`;

/** Enough for the workspaces that log at the same time; reading a book again costs milliseconds. */
const MAX_KEPT = 100;

interface KnownTariff {
  fingerprint: string;
  tariff: Tariff;
}

const kept = new Map<string, KnownTariff>();

/**
 * What the transaction's workspace decides calls by, and the fingerprint of exactly that. It is kept from batch to batch
 * for as long as the fingerprint is the one that was read, because reading it costs more than pricing the calls.
 */
export async function getTariff(
  tx: Transaction,
  workspaceId: string,
  fingerprint: string,
): Promise<KnownTariff> {
  const known = kept.get(workspaceId);
  if (known?.fingerprint === fingerprint) return known;
  const read = await readTariff(tx, workspaceId, fingerprint);
  kept.delete(workspaceId);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= MAX_KEPT) kept.delete(oldest);
  kept.set(workspaceId, read);
  return read;
}

/** Each statement sees what was committed before it began, so a price may change between two of them: then all is read again. */
async function readTariff(tx: Transaction, workspaceId: string, fingerprint: string): Promise<KnownTariff> {
  const tariff = {
    book: await getPriceBook(tx, workspaceId),
    billingRules: await loadBillingRules(tx, workspaceId),
  };
  const [row] = await tx.$queryRaw<{ fingerprint: string }[]>`
    SELECT ${TARIFF_FINGERPRINT} AS fingerprint FROM workspace WHERE id = ${workspaceId}`;
  if (row === undefined) throw new Error(`Workspace ${workspaceId} is gone.`);
  return row.fingerprint === fingerprint
    ? { fingerprint, tariff }
    : readTariff(tx, workspaceId, row.fingerprint);
}
