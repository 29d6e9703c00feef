import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import pg from "pg";
import copy from "pg-copy-streams";
import { callToSend } from "./log-of-calls";
import { type Figure, milliseconds, perSecond, quantile } from "./figures";
import type { Product } from "./product";

const BATCHES = 120;
const BATCH_SIZE = 500;
const CLIENTS = 4;

/** Calls logged over HTTP in batches, durably, beside a bare COPY of the same rows into a copy of the same table. */
export async function measureIngest(
  product: Product,
  workspaceId: string,
  apiKey: string,
): Promise<Figure[]> {
  const bodies = Array.from({ length: BATCHES }, (_, batch) =>
    JSON.stringify({
      calls: Array.from({ length: BATCH_SIZE }, (_, index) =>
        callToSend(batch * BATCH_SIZE + index, "bench"),
      ),
    }),
  );
  const warmUp = Array.from({ length: 20 }, (_, batch) =>
    JSON.stringify({
      calls: Array.from({ length: BATCH_SIZE }, (_, index) => callToSend(batch * BATCH_SIZE + index, "warm")),
    }),
  );
  await send(product, apiKey, warmUp);
  const { seconds, latencies } = await send(product, apiKey, bodies);
  const rate = (BATCHES * BATCH_SIZE) / seconds;
  const again = await send(product, apiKey, bodies);
  const copyRate = await measureCopy(product, workspaceId);
  return [
    {
      area: "ingest",
      what: `HTTP, batches of ${BATCH_SIZE}, ${CLIENTS} clients`,
      measured: perSecond(rate, "calls"),
      against: `${perSecond(20_000, "calls")}; COPY ${perSecond(copyRate, "rows")}, so ${Math.round((100 * rate) / copyRate)} % of it`,
      raw: { callsPerSecond: rate, copyRowsPerSecond: copyRate },
    },
    {
      area: "ingest",
      what: "acknowledgement of a batch, p50 (p99)",
      measured: `${milliseconds(quantile(latencies, 0.5))} (${milliseconds(quantile(latencies, 0.99))})`,
      against: "p99 250 ms",
      raw: { p50Ms: quantile(latencies, 0.5), p99Ms: quantile(latencies, 0.99) },
    },
    {
      area: "ingest",
      what: "the same calls sent again",
      measured: perSecond((BATCHES * BATCH_SIZE) / again.seconds, "calls"),
      against: "at least as fast as the first time",
      raw: { callsPerSecond: (BATCHES * BATCH_SIZE) / again.seconds },
    },
  ];
}

async function send(
  { origin }: Product,
  apiKey: string,
  bodies: readonly string[],
): Promise<{ seconds: number; latencies: number[] }> {
  const waiting = bodies.values();
  const latencies: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (const body of waiting) {
        const sentAt = performance.now();
        const answer = await fetch(`${origin}/api/v1/calls`, {
          method: "POST",
          headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
          body,
        });
        const { counts } = (await answer.json()) as { counts?: Record<string, number> };
        if (!answer.ok || (counts?.created ?? 0) + (counts?.exists ?? 0) !== BATCH_SIZE) {
          throw new Error(`A batch was not logged: ${answer.status} ${JSON.stringify(counts)}`);
        }
        latencies.push(performance.now() - sentAt);
      }
    }),
  );
  return { seconds: (performance.now() - startedAt) / 1000, latencies };
}

/** Rows a second of one COPY into a table with the same columns, constraints and indexes. */
async function measureCopy({ databaseUrl }: Product, workspaceId: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("DROP TABLE IF EXISTS bench_call");
    await client.query("CREATE TABLE bench_call (LIKE call INCLUDING ALL)");
    const selection = `SELECT * FROM call WHERE workspace_id = ${pg.escapeLiteral(workspaceId)} AND id LIKE 'bench-%'`;
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(copy.to(`COPY (${selection}) TO STDOUT`)))
      chunks.push(chunk as Buffer);
    const startedAt = performance.now();
    await pipeline(Readable.from(chunks), client.query(copy.from("COPY bench_call FROM STDIN")));
    const seconds = (performance.now() - startedAt) / 1000;
    const { rows } = await client.query<{ count: string }>("SELECT count(*) FROM bench_call");
    await client.query("DROP TABLE bench_call");
    return Number(rows[0]?.count) / seconds;
  } finally {
    await client.end();
  }
}
