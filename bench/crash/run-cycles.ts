import { setTimeout as sleep } from "node:timers/promises";
import { KillableProduct, type Victim } from "./killable-product";
import { CRASH_WORKFLOW, LoggingClients } from "./logging-clients";

export interface CrashReport {
  cycles: number;
  kills: Record<Victim, number>;
  sent: number;
  acknowledged: number;
  retries: number;
  /** Acknowledged ids that are not in the log. */
  lost: string[];
  /** Ids that are in the log more than once, or that nobody sent. */
  surplus: string[];
  /** What the recount of the daily sums printed. */
  recount: string;
}

export interface CrashOptions {
  cycles: number;
  clients: number;
  /** The moments of the kills and the sizes of the batches follow from it. */
  seed: number;
  report?: (message: string) => void;
}

const VICTIMS: readonly Victim[] = ["node", "postgres", "both"];
const LONGEST_LOAD_MS = 2_500;

/**
 * Logs calls from several clients while the web server, the database or both are killed at random moments, then compares
 * what was acknowledged with what is in the log, and the daily sums with a recount.
 */
export async function runCrashCycles({
  cycles,
  clients: count,
  seed,
  report,
}: CrashOptions): Promise<CrashReport> {
  const random = randomFrom(seed);
  const product = await KillableProduct.create();
  const kills: Record<Victim, number> = { node: 0, postgres: 0, both: 0 };
  try {
    await product.bringUp();
    const apiKey = await product.command(
      "keys:create",
      "--",
      "--workspace",
      "demo",
      "--scopes",
      "read,ingest",
    );
    const clients = new LoggingClients(product.origin, apiKey, random);
    clients.start(count);
    for (let cycle = 0; cycle < cycles; cycle++) {
      await sleep(300 + random() * LONGEST_LOAD_MS);
      const victim = VICTIMS[cycle % VICTIMS.length] ?? "node";
      await product.kill(victim);
      kills[victim] += 1;
      await product.bringUp();
      report?.(
        `cycle ${cycle + 1}: killed ${victim}; ${clients.acknowledged.size} calls acknowledged, ${clients.retries} batches sent again`,
      );
    }
    await clients.stop();
    const { sent, acknowledged, retries } = clients;
    const logged = await listLogged(product.origin, apiKey);
    const unique = new Set(logged);
    return {
      cycles,
      kills,
      sent: sent.size,
      acknowledged: acknowledged.size,
      retries,
      lost: [...acknowledged].filter((id) => !unique.has(id)),
      surplus: findSurplus(logged, sent),
      recount: await product.command("recount", "--", "--workspace", "demo"),
    };
  } finally {
    await product.remove();
  }
}

/** Every id that the log holds for the suite's workflow, page by page, as a client reads them. */
async function listLogged(origin: string, apiKey: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ workflow: CRASH_WORKFLOW, limit: "500", ...(cursor && { cursor }) });
    const answer = await fetch(`${origin}/api/v1/calls?${query}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    if (!answer.ok) throw new Error(`The log could not be read: ${answer.status}`);
    const page = (await answer.json()) as { items: { id: string }[]; nextCursor: string | null };
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

function findSurplus(logged: readonly string[], sent: ReadonlySet<string>): string[] {
  const seen = new Set<string>();
  return logged.filter((id) => {
    const isSurplus = seen.has(id) || !sent.has(id);
    seen.add(id);
    return isSurplus;
  });
}

/** Mulberry32: small, fast and good enough to spread moments and sizes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
