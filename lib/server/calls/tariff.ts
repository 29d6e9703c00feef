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

const kept = new Map<string, { fingerprint: string; tariff: Tariff }>();

/**
 * What the transaction's workspace decides calls by. It is kept from batch to batch for as long as the fingerprint is
 * the same, because reading it costs more than pricing the calls.
 */
export async function getTariff(tx: Transaction, workspaceId: string, fingerprint: string): Promise<Tariff> {
  const known = kept.get(workspaceId);
  if (known?.fingerprint === fingerprint) return known.tariff;
  const tariff = { book: await getPriceBook(tx), billingRules: await loadBillingRules(tx) };
  kept.delete(workspaceId);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= MAX_KEPT) kept.delete(oldest);
  kept.set(workspaceId, { fingerprint, tariff });
  return tariff;
}
