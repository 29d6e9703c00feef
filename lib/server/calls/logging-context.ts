import "server-only";
import type { PriceBook } from "@/lib/pricing";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import { arrayLiteral } from "./array-literal";
import { discoverWorkflows } from "./discover-workflows";

/** What a batch of calls is written with. */
export interface LoggingContext {
  timeZone: string;
  book: PriceBook;
  /** By the name that calls carry. */
  workflowIds: ReadonlyMap<string, string>;
}

/** Enough for the workspaces that log at the same time; reading a book again costs milliseconds. */
const MAX_KEPT_BOOKS = 100;

const keptBooks = new Map<string, { fingerprint: string; book: PriceBook }>();

/**
 * Reads the context in one query. The price book is kept from batch to batch, because reading it costs more than
 * pricing the calls; the fingerprint, which covers every rate card, tells when it has changed.
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
        (SELECT sum(hashtextextended(card::text, 0)) FROM rate_card AS card WHERE workspace_id = workspace.id)
      ) AS fingerprint,
      (SELECT jsonb_object_agg(slug, id) FROM workflow
        WHERE workspace_id = workspace.id AND slug = ANY(${arrayLiteral([...workflowNames])}::text[])) AS "workflowIds"
    FROM workspace WHERE id = ${workspaceId}`;
  if (row === undefined) throw new Error(`Workspace ${workspaceId} is gone.`);
  const known = new Map(Object.entries(row.workflowIds ?? {}));
  return {
    timeZone: row.timeZone,
    book: await getBook(tx, workspaceId, row.fingerprint),
    workflowIds: await discoverWorkflows(tx, workspaceId, workflowNames, known, now),
  };
}

async function getBook(tx: Transaction, workspaceId: string, fingerprint: string): Promise<PriceBook> {
  const kept = keptBooks.get(workspaceId);
  if (kept?.fingerprint === fingerprint) return kept.book;
  const book = await getPriceBook(tx);
  keptBooks.delete(workspaceId);
  const [oldest] = keptBooks.keys();
  if (oldest !== undefined && keptBooks.size >= MAX_KEPT_BOOKS) keptBooks.delete(oldest);
  keptBooks.set(workspaceId, { fingerprint, book });
  return book;
}
