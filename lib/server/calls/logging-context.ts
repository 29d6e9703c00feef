import "server-only";
import type { BillingRule } from "@/lib/calls";
import type { PriceBook } from "@/lib/pricing";
import { loadBillingRules } from "@/lib/server/billing-rules/load-billing-rules";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import { arrayLiteral } from "./array-literal";
import { discoverWorkflows } from "./discover-workflows";

/** By what calls are priced, and by what it is decided whether they are billed. */
interface PricingRules {
  book: PriceBook;
  billingRules: readonly BillingRule[];
}

/** What a batch of calls is written with. */
export interface LoggingContext extends PricingRules {
  timeZone: string;
  /** By the name that calls carry. */
  workflowIds: ReadonlyMap<string, string>;
}

/** Enough for the workspaces that log at the same time; reading a book again costs milliseconds. */
const MAX_KEPT = 100;

const keptRules = new Map<string, PricingRules & { fingerprint: string }>();

/**
 * Reads the context in one query. The price book is kept from batch to batch, because reading it costs more than
 * pricing the calls; the fingerprint, which covers every rate card and billing rule, tells when one has changed.
 */
export async function getLoggingContext(
  tx: Transaction,
  workspaceId: string,
  workflowNames: ReadonlySet<string>,
  now: Date,
): Promise<LoggingContext> {
  const [row] = await tx.$queryRaw<
    { timeZone: string; fingerprint: string; workflowIds: Record<string, string> | null }[]
  >`
    SELECT time_zone AS "timeZone",
      concat_ws('/',
        (SELECT sum(hashtextextended(card::text, 0)) FROM catalogue_rate_card AS card),
        (SELECT sum(hashtextextended(card::text, 0)) FROM rate_card AS card WHERE workspace_id = workspace.id),
        (SELECT sum(hashtextextended(rule::text, 0)) FROM billing_rule AS rule WHERE workspace_id = workspace.id)
      ) AS fingerprint,
      (SELECT jsonb_object_agg(slug, id) FROM workflow
        WHERE workspace_id = workspace.id AND slug = ANY(${arrayLiteral([...workflowNames])}::text[])) AS "workflowIds"
    FROM workspace WHERE id = ${workspaceId}`;
  if (row === undefined) throw new Error(`Workspace ${workspaceId} is gone.`);
  const known = new Map(Object.entries(row.workflowIds ?? {}));
  return {
    timeZone: row.timeZone,
    ...(await getRules(tx, workspaceId, row.fingerprint)),
    workflowIds: await discoverWorkflows(tx, workspaceId, workflowNames, known, now),
  };
}

async function getRules(tx: Transaction, workspaceId: string, fingerprint: string): Promise<PricingRules> {
  const kept = keptRules.get(workspaceId);
  if (kept?.fingerprint === fingerprint) return kept;
  const book = await getPriceBook(tx);
  const rules = { fingerprint, book, billingRules: await loadBillingRules(tx) };
  keptRules.delete(workspaceId);
  const [oldest] = keptRules.keys();
  if (oldest !== undefined && keptRules.size >= MAX_KEPT) keptRules.delete(oldest);
  keptRules.set(workspaceId, rules);
  return rules;
}
