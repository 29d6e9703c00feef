import pg from "pg";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { type Figure, milliseconds, quantile, timeEach } from "./figures";
import { dashboardQueries } from "./dashboard-queries";
import { multiplyLog } from "./log-of-calls";
import type { Product } from "./product";

const RUNS = 100;

/** How long what pages ask the database takes, with logs of growing size. */
export async function measureQueries(
  product: Product,
  workspace: WorkspaceRow,
  sizes: readonly number[],
): Promise<Figure[]> {
  const bySize: Record<string, number[]>[] = [];
  for (const size of sizes) bySize.push(await timeQueries(product, workspace, size));
  const [smallest = {}] = bySize;
  const largest = bySize.at(-1) ?? {};
  return Object.keys(largest).map((name) => {
    const at = (samples: Record<string, number[]>) => {
      const timed = samples[name] ?? [];
      return `${milliseconds(quantile(timed, 0.5))} (${milliseconds(quantile(timed, 0.99))})`;
    };
    const smaller = sizes.slice(0, -1).map((size, index) => `${at(bySize[index] ?? {})} at ${power(size)}`);
    const growth = quantile(largest[name] ?? [], 0.5) / quantile(smallest[name] ?? [], 0.5);
    return {
      area: "query",
      what: `${name}, p50 (p99) at ${power(sizes.at(-1) ?? 0)} calls`,
      measured: `${at(largest)}, ${growth.toFixed(1)} times`,
      against: `p99 50 ms, 1.5 times; ${smaller.join(", ")}`,
      raw: Object.fromEntries(
        sizes.flatMap((size, index) => {
          const timed = bySize[index]?.[name] ?? [];
          return [
            [`p50MsAt${size}`, quantile(timed, 0.5)],
            [`p99MsAt${size}`, quantile(timed, 0.99)],
          ];
        }),
      ),
    };
  });
}

function power(size: number): string {
  return `10^${Math.round(Math.log10(size))}`;
}

async function timeQueries(
  { databaseUrl }: Product,
  workspace: WorkspaceRow,
  calls: number,
): Promise<Record<string, number[]>> {
  await fill(databaseUrl, workspace, calls);
  const timed: Record<string, number[]> = {};
  for (const [name, ask] of Object.entries(await dashboardQueries(workspace)))
    timed[name] = await timeEach(RUNS, ask);
  return timed;
}

/** Rows by the database's own hand; the daily sums by the product's. */
async function fill(databaseUrl: string, workspace: WorkspaceRow, calls: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await multiplyLog(client, workspace.id, calls);
    const { recutWorkspace } = await import("@/lib/server/usage/recut");
    const { inWorkspace } = await import("@/lib/server/db/in-workspace");
    await inWorkspace(workspace.id, (tx) => recutWorkspace(tx, workspace.id, workspace.timeZone), {
      timeoutMs: 1_800_000,
    });
    await client.query("VACUUM ANALYZE call");
    await client.query("VACUUM ANALYZE usage_daily");
    await client.query("VACUUM ANALYZE usage_monthly");
  } finally {
    await client.end();
  }
}
