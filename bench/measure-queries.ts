import pg from "pg";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { type Figure, milliseconds, quantile, timeEach } from "./figures";
import { LOG_YEAR, multiplyLog } from "./log-of-calls";
import type { Product } from "./product";

const RUNS = 100;
const NOW = new Date();
const SMALL = 100_000;
const LARGE = 1_000_000;

/** What pages ask the database, over twelve months, with a small and with a large log. */
export async function measureQueries(product: Product, workspace: WorkspaceRow): Promise<Figure[]> {
  const small = await timeQueries(product, workspace, SMALL);
  const large = await timeQueries(product, workspace, LARGE);
  return Object.keys(small).map((name) => {
    const before = small[name] ?? [];
    const after = large[name] ?? [];
    const p99 = { small: quantile(before, 0.99), large: quantile(after, 0.99) };
    const p50 = { small: quantile(before, 0.5), large: quantile(after, 0.5) };
    return {
      area: "query",
      what: `${name}, p50 (p99) at 10^6 calls`,
      measured: `${milliseconds(p50.large)} (${milliseconds(p99.large)})`,
      against: `p99 50 ms; at 10^5 calls ${milliseconds(p50.small)} (${milliseconds(p99.small)})`,
      raw: { p50Ms1e5: p50.small, p99Ms1e5: p99.small, p50Ms1e6: p50.large, p99Ms1e6: p99.large },
    };
  });
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
