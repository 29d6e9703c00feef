import pg from "pg";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { type Figure, milliseconds, quantile, timeEach } from "./figures";
import { LOG_YEAR, multiplyLog } from "./log-of-calls";
import type { Product } from "./product";

const RUNS = 100;
const NOW = new Date();

/** What pages ask the database, over twelve months, with logs of growing size. */
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
  const { getOverview } = await import("@/lib/server/overview/get-overview");
  const { getMonthReport } = await import("@/lib/server/reports/get-month-report");
  const { getUsageSeries } = await import("@/lib/server/usage/get-usage-series");
  const { listCalls } = await import("@/lib/server/usage/list-calls");
  const { getFreshness } = await import("@/lib/server/usage/get-freshness");
  const { listUnpriced } = await import("@/lib/server/usage/list-unpriced");
  const { explain } = await import("@/lib/server/explanations/explain");
  return {
    overview: await timeEach(RUNS, () => getOverview(workspace, {}, NOW)),
    "month report": await timeEach(RUNS, () =>
      getMonthReport(workspace, { month: LOG_YEAR.to.slice(0, 7) }, NOW),
    ),
    "usage by day and workflow": await timeEach(RUNS, () =>
      getUsageSeries(workspace, { ...LOG_YEAR, interval: "day", groupBy: "workflow" }),
    ),
    "usage by month and quality": await timeEach(RUNS, () =>
      getUsageSeries(workspace, { ...LOG_YEAR, interval: "month", groupBy: "quality" }),
    ),
    "first page of calls": await timeEach(RUNS, () => listCalls(workspace, { ...LOG_YEAR, limit: 50 })),
    "first page of calls that are rare": await timeEach(RUNS, () =>
      listCalls(workspace, { ...LOG_YEAR, costBasis: "unpriced", limit: 50 }),
    ),
    "unpriced calls": await timeEach(RUNS, () => listUnpriced(workspace)),
    "why a year cost what it did": await timeEach(RUNS, () =>
      explain(workspace, { subject: "usage", ...LOG_YEAR }, NOW),
    ),
    freshness: await timeEach(RUNS, () => getFreshness(workspace)),
  };
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
      timeoutMs: 600_000,
    });
    await client.query("VACUUM ANALYZE call");
    await client.query("VACUUM ANALYZE usage_daily");
  } finally {
    await client.end();
  }
}
