import type pg from "pg";

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
/** The log ends with yesterday, in UTC. */
const END_MS = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const START_MS = END_MS - YEAR_MS;
/** Programs log what they have just done; a log that is brought in later spreads over months that have a price. */
export type Spread = "today" | "months";
const SPREAD_MS: Record<Spread, number> = { today: DAY_MS, months: 200 * DAY_MS };
const QUALITIES = ["low", "medium", "high"] as const;
const TOKENS = { low: 196, medium: 1756, high: 7024 } as const;

/** The call number `index` of a log, as a client sends it. */
export function callToSend(index: number, prefix: string, spread: Spread): object {
  const quality = QUALITIES[index % 3] ?? "low";
  const outputTokens = TOKENS[quality];
  return {
    id: `${prefix}-${index}`,
    occurredAt: new Date(
      END_MS - SPREAD_MS[spread] + ((index * 7_919_000) % SPREAD_MS[spread]),
    ).toISOString(),
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
 * ids and instants. The daily sums are to be made anew afterwards.
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
  await client.query(
    `INSERT INTO call (id, occurred_at, local_date, ${copied})
     SELECT source.id || '-' || $6::text || '-' || copy, shifted.at, (shifted.at AT TIME ZONE 'UTC')::date, ${copied}
     FROM (SELECT * FROM call WHERE workspace_id = $1 ORDER BY id LIMIT $3) source
     CROSS JOIN generate_series(1, $2) copy
     CROSS JOIN LATERAL (
       SELECT to_timestamp($4 + mod(extract(epoch FROM source.occurred_at)::bigint - $4 + copy * 86399, $5)) AS at
     ) shifted
     LIMIT $6::bigint`,
    [
      workspaceId,
      Math.ceil((target - present) / present),
      present,
      START_MS / 1000,
      YEAR_MS / 1000,
      target - present,
    ],
  );
}
