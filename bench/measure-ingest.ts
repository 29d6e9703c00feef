import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import pg from "pg";
import copy from "pg-copy-streams";
import type { Spread } from "./log-of-calls";
import { type Figure, milliseconds, perSecond, quantile } from "./figures";
import type { Product } from "./product";
import { bodyOf, send, type Run } from "./send-calls";

const BATCHES = 120;
const BATCH_SIZE = 500;
const CLIENTS = 4;
const SINGLE_CALLS = 6_000;
const SINGLE_CLIENTS = 32;

/** Calls logged over HTTP, durably, beside a bare COPY of the same rows into the same table. */
export async function measureIngest(
  product: Product,
  workspaceId: string,
  apiKey: string,
): Promise<Figure[]> {
  const batches = (prefix: string, spread: Spread, count: number) =>
    Array.from({ length: count }, (_, batch) => bodyOf(prefix, spread, batch * BATCH_SIZE, BATCH_SIZE));
  await send(product, apiKey, CLIENTS, batches("warm", "months", 20));

  const bodies = batches("bench", "today", BATCHES);
  const fresh = await send(product, apiKey, CLIENTS, bodies);
  const again = await send(product, apiKey, CLIENTS, bodies);
  const spread = await send(product, apiKey, CLIENTS, batches("spread", "months", BATCHES));
  const single = Array.from({ length: SINGLE_CALLS }, (_, index) => bodyOf("single", "today", index, 1));
  const one = await send(product, apiKey, SINGLE_CLIENTS, single);
  const copyRate = await measureCopy(product, workspaceId);

  const perBatch = (run: Run) => (BATCHES * BATCH_SIZE) / run.seconds;
  const share = Math.round((100 * perBatch(fresh)) / copyRate);
  return [
    {
      area: "ingest",
      what: `HTTP, batches of ${BATCH_SIZE} of one day, ${CLIENTS} clients`,
      measured: perSecond(perBatch(fresh), "calls"),
      against: `${perSecond(20_000, "calls")}; COPY ${perSecond(copyRate, "rows")}, so ${share} % of it`,
      raw: { callsPerSecond: perBatch(fresh), copyRowsPerSecond: copyRate },
    },
    {
      area: "ingest",
      what: "acknowledgement of a batch, p50 (p99)",
      ...latencyOf(fresh, "p99 250 ms"),
    },
    {
      area: "ingest",
      what: "the same calls sent again",
      measured: perSecond(perBatch(again), "calls"),
      against: "at least as fast as the first time",
      raw: { callsPerSecond: perBatch(again) },
    },
    {
      area: "ingest",
      what: "batches whose calls spread over 200 days",
      measured: perSecond(perBatch(spread), "calls"),
      against: "each batch touches hundreds of daily sums",
      raw: { callsPerSecond: perBatch(spread) },
    },
    {
      area: "ingest",
      what: `one call a request, ${SINGLE_CLIENTS} clients`,
      measured: perSecond(SINGLE_CALLS / one.seconds, "calls"),
      against: "a commit for each would be a few hundred",
      raw: { callsPerSecond: SINGLE_CALLS / one.seconds },
    },
    { area: "ingest", what: "acknowledgement of one call, p50 (p99)", ...latencyOf(one, "p99 250 ms") },
  ];
}

function latencyOf({ latencies }: Run, against: string): Pick<Figure, "measured" | "against" | "raw"> {
  const p50Ms = quantile(latencies, 0.5);
  const p99Ms = quantile(latencies, 0.99);
  return { measured: `${milliseconds(p50Ms)} (${milliseconds(p99Ms)})`, against, raw: { p50Ms, p99Ms } };
}

/** Rows a second of one COPY of the same calls, under other ids, into the very table and indexes that they went into. */
async function measureCopy({ databaseUrl }: Product, workspaceId: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = 'call'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id'`,
    );
    const others = columns.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
    const workspace = pg.escapeLiteral(workspaceId);
    const selection = `SELECT 'copy-' || id, ${others} FROM call WHERE workspace_id = ${workspace} AND id LIKE 'bench-%'`;
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(copy.to(`COPY (${selection}) TO STDOUT`)))
      chunks.push(chunk as Buffer);
    const startedAt = performance.now();
    await pipeline(Readable.from(chunks), client.query(copy.from(`COPY call (id, ${others}) FROM STDIN`)));
    const seconds = (performance.now() - startedAt) / 1000;
    const { rowCount } = await client.query(
      `DELETE FROM call WHERE workspace_id = ${workspace} AND id LIKE 'copy-%'`,
    );
    return Number(rowCount) / seconds;
  } finally {
    await client.end();
  }
}
