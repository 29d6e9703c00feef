import { hash } from "node:crypto";
import type pg from "pg";

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
/** As many calls are copied again and again. */
const MOST_SOURCES = 10_000;
/** The log ends with yesterday, in UTC. */
const END_MS = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const START_MS = END_MS - YEAR_MS;
/** Programs log what they have just done; a log that is brought in later spreads over months that have a price. */
export type Spread = "today" | "months";
const SPREAD_MS: Record<Spread, number> = { today: DAY_MS, months: 200 * DAY_MS };
const QUALITIES = ["low", "medium", "high"] as const;
const TOKENS = { low: 196, medium: 1756, high: 7024 } as const;

/** Of calls of today the next one is about a second later; a log of months is in no order. */
const STEP_MS: Record<Spread, number> = { today: 1009, months: 7_919_000 };

export function instantOf(index: number, spread: Spread): string {
  return new Date(END_MS - SPREAD_MS[spread] + ((index * STEP_MS[spread]) % SPREAD_MS[spread])).toISOString();
}

/** Ids of requests are in no order. */
export function idOf(prefix: string, index: number): string {
  return `${prefix}-${hash("sha256", String(index), "hex").slice(0, 24)}`;
}

/** The call number `index` of a log, as a client sends it. */
export function callToSend(index: number, prefix: string, spread: Spread): object {
  const quality = QUALITIES[index % 3] ?? "low";
  const outputTokens = TOKENS[quality];
  return {
    id: idOf(prefix, index),
    occurredAt: instantOf(index, spread),
    workflow: `workflow-${index % 5}`,
    stage: "production",
    provider: "openai",
    // A few that have no price, far apart.
    model: index % 5003 === 7 ? "unheard-of" : "gpt-image-2",
    n: 1,
    size: "1024x1024",
    quality,
    latencyMs: 30_000 + (index % 20_000),
    usage: { input_tokens: 26, output_tokens: outputTokens, total_tokens: 26 + outputTokens },
  };
}

/** The twelve months of the log, first and last day. */
export const LOG_YEAR = { from: dateOf(START_MS), to: dateOf(END_MS - DAY_MS) };

function dateOf(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 10);
}

/**
 * Fills a workspace's log up to a number of calls without the API, by copying what the API has logged there under other
 * ids and instants: in the order of time, as a log grows, with as many calls on each day of the twelve months. The daily
 * sums are to be made anew afterwards. How long it takes is not measured: foreign keys are not checked, and the indexes
 * are built when the rows are there.
 */
export async function multiplyLog(client: pg.ClientBase, workspaceId: string, target: number): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = 'call'::regclass AND attnum > 0 AND NOT attisdropped
       AND attname NOT IN ('id', 'occurred_at', 'local_date')`,
  );
  const copied = columns.map(({ name }) => `"${name}"`).join(", ");
  const { rows } = await client.query<{ count: string }>(
    "SELECT count(*) FROM call WHERE workspace_id = $1",
    [workspaceId],
  );
  const present = Number(rows[0]?.count ?? 0);
  if (present === 0) throw new Error("There is no call to multiply.");
  const missing = target - present;
  await withoutIndexes(client, "call", () =>
    client.query(
      `INSERT INTO call (id, occurred_at, local_date, ${copied})
       SELECT $2::bigint || '-' || copy || '-' || source.id, moment.at, (moment.at AT TIME ZONE 'UTC')::date, ${copied}
       FROM generate_series(0, $3::bigint - 1) copy
       JOIN (
         SELECT *, row_number() OVER (ORDER BY length(id), id) - 1 AS position
         FROM call WHERE workspace_id = $1 LIMIT ${MOST_SOURCES}
       ) source ON source.position = copy % least($4::bigint, ${MOST_SOURCES})
       CROSS JOIN LATERAL (
         SELECT date_trunc('milliseconds', to_timestamp($5::float8 + copy * $6::float8 / $3)) AS at
       ) moment`,
      [workspaceId, target, missing, present, START_MS / 1000, YEAR_MS / 1000],
    ),
  );
}

/** Runs work on a table that has no indexes meanwhile, and checks no foreign keys. */
async function withoutIndexes(
  client: pg.ClientBase,
  table: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const { rows: indexes } = await client.query<{ remove: string; add: string }>(
    `SELECT
       CASE WHEN conname IS NULL THEN format('DROP INDEX %s', indexrelid::regclass)
         ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', indrelid::regclass, conname) END AS remove,
       CASE WHEN conname IS NULL THEN pg_get_indexdef(indexrelid)
         ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', indrelid::regclass, conname, pg_get_constraintdef(c.oid)) END AS add
     FROM pg_index LEFT JOIN pg_constraint c ON c.conindid = indexrelid AND c.conrelid = indrelid
     WHERE indrelid = $1::regclass`,
    [table],
  );
  await client.query("BEGIN");
  await client.query("SET LOCAL session_replication_role = replica");
  await client.query("SET LOCAL maintenance_work_mem = '1GB'");
  for (const { remove } of indexes) await client.query(remove);
  await work();
  for (const { add } of indexes) await client.query(add);
  await client.query("COMMIT");
}
