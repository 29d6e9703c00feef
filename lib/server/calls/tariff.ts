import "server-only";
import { loadBillingRules } from "@/lib/server/billing-rules/load-billing-rules";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import type { Tariff } from "./decide-call";

/**
 * Of a row of `workspace`: it changes whenever one of its rate cards and billing rules is written, be it with what it
 * said before. It tells rows by the transaction that wrote them, because reading all of their content for every batch of
 * calls would cost more than writing a few calls.
 */
export const TARIFF_VERSION = overTariff(
  (row) => Prisma.sql`hashtextextended(${row}.id || '/' || ${row}.xmin::text, 0)`,
);

/** Of a row of `workspace`: it changes with what one of its rate cards and billing rules says. */
const TARIFF_FINGERPRINT = overTariff((row) => Prisma.sql`hashtextextended(${row}::text, 0)`);

function overTariff(hash: (row: Prisma.Sql) => Prisma.Sql): Prisma.Sql {
  const card = hash(Prisma.sql`card`);
  return Prisma.sql`
    concat_ws('/',
      (SELECT sum(${card}) FROM catalogue_rate_card AS card),
      (SELECT sum(${card}) FROM rate_card AS card WHERE workspace_id = workspace.id),
      (SELECT sum(${hash(Prisma.sql`rule`)}) FROM billing_rule AS rule WHERE workspace_id = workspace.id))`;
}

/** Enough for the workspaces that log at the same time; reading a book again costs milliseconds. */
const MAX_KEPT = 100;

interface KnownTariff {
  version: string;
  /** Of what the tariff says, the same in every process. */
  fingerprint: string;
  tariff: Tariff;
}

const kept = new Map<string, KnownTariff>();

/**
 * What the transaction's workspace decides calls by, and the fingerprint of exactly that. It is kept from batch to batch
 * for as long as the version is the one that was read, because reading it costs more than pricing the calls.
 */
export async function getTariff(tx: Transaction, workspaceId: string, version: string): Promise<KnownTariff> {
  const known = kept.get(workspaceId);
  if (known?.version === version) return known;
  const read = await readTariff(tx, workspaceId, version);
  kept.delete(workspaceId);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= MAX_KEPT) kept.delete(oldest);
  kept.set(workspaceId, read);
  return read;
}

/** Each statement sees what was committed before it began, so a price may change between two of them: then all is read again. */
async function readTariff(tx: Transaction, workspaceId: string, version: string): Promise<KnownTariff> {
  const tariff = {
    book: await getPriceBook(tx, workspaceId),
    billingRules: await loadBillingRules(tx, workspaceId),
  };
  const [row] = await tx.$queryRaw<{ version: string; fingerprint: string }[]>`
    SELECT ${TARIFF_VERSION} AS version, ${TARIFF_FINGERPRINT} AS fingerprint
    FROM workspace WHERE id = ${workspaceId}`;
  if (row === undefined) throw new Error(`Workspace ${workspaceId} is gone.`);
  return row.version === version ? { ...row, tariff } : readTariff(tx, workspaceId, row.version);
}
