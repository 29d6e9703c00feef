import type { WorkspaceRow } from "@/lib/server/access/actor";
import { addDays, firstDay, monthOf } from "@/lib/time";
import { LOG_YEAR } from "./log-of-calls";

const NOW = new Date();
const HALF_YEAR = { from: addDays(LOG_YEAR.to, -181), to: LOG_YEAR.to };
/** As long as a reconciliation may be. */
const QUARTER = { from: addDays(LOG_YEAR.to, -91), to: LOG_YEAR.to };
const RARE = { unpricedReason: "unknown_model" } as const;

/** What pages ask the database, most of it over twelve months, by what a person would call it. */
export async function dashboardQueries(
  workspace: WorkspaceRow,
): Promise<Record<string, () => Promise<unknown>>> {
  const { getOverview } = await import("@/lib/server/overview/get-overview");
  const { getMonthReport } = await import("@/lib/server/reports/get-month-report");
  const { listMonths } = await import("@/lib/server/reports/list-months");
  const { getUsageSeries } = await import("@/lib/server/usage/get-usage-series");
  const { getFilterValues } = await import("@/lib/server/usage/get-filter-values");
  const { listCalls } = await import("@/lib/server/usage/list-calls");
  const { getFreshness } = await import("@/lib/server/usage/get-freshness");
  const { listUnpriced } = await import("@/lib/server/usage/list-unpriced");
  const { explain } = await import("@/lib/server/explanations/explain");
  const { getReconciliation } = await import("@/lib/server/reconciliation/get-reconciliation");
  type Series = Parameters<typeof getUsageSeries>[1];
  type Filter = Omit<Parameters<typeof listCalls>[1], "limit">;

  const series = (query: Omit<Series, "from" | "to"> & Partial<Series>) => () =>
    getUsageSeries(workspace, { ...LOG_YEAR, ...query });
  const page = (filter: Filter) => () => listCalls(workspace, { ...LOG_YEAR, limit: 50, ...filter });
  const second = async (filter: Filter) => {
    const { nextCursor } = await listCalls(workspace, { ...LOG_YEAR, limit: 50, ...filter });
    return page({ ...filter, ...(nextCursor !== null && { cursor: nextCursor }) });
  };
  const half = { from: LOG_YEAR.from, to: addDays(HALF_YEAR.from, -1) };

  return {
    overview: () => getOverview(workspace, {}, NOW),
    "month report": () => getMonthReport(workspace, { month: monthOf(LOG_YEAR.to) }, NOW),
    "list of months": () => listMonths(workspace, NOW),
    "usage by day": series({ interval: "day" }),
    "usage by day and workflow": series({ interval: "day", groupBy: "workflow" }),
    "usage by day, top 8 workflows": series({ interval: "day", groupBy: "workflow", top: 8 }),
    "usage by week, model and quality": series({ interval: "week", groupBy: "model", thenBy: "quality" }),
    "usage by month and quality": series({ interval: "month", groupBy: "quality" }),
    "usage by month, workflow and size": series({ interval: "month", groupBy: "workflow", thenBy: "size" }),
    "top workflows, beside the half-year before": series({
      ...HALF_YEAR,
      interval: "month",
      groupBy: "workflow",
      thenBy: "outcome",
      top: 10,
      compare: "previous",
    }),
    "usage by week of one workflow": series({ interval: "week", groupBy: "model", workflow: "workflow-3" }),
    "filter values": () => getFilterValues(workspace),
    freshness: () => getFreshness(workspace),
    "first page of calls": page({}),
    "page of calls in the middle of the year": await second(half),
    "first page of one workflow's calls": page({ workflow: "workflow-3" }),
    "first page of rare calls": page(RARE),
    "page of rare calls in the middle of the year": await second({ ...half, ...RARE }),
    "unpriced calls": () => listUnpriced(workspace),
    "why a year cost what it did": () => explain(workspace, { subject: "usage", ...LOG_YEAR }, NOW),
    "why a year cost what it did, by workflow": () =>
      explain(workspace, { subject: "usage", ...LOG_YEAR, by: "workflow" }, NOW),
    "why a month cost what it did": () =>
      explain(workspace, { subject: "usage", from: firstDay(monthOf(LOG_YEAR.to)), to: LOG_YEAR.to }, NOW),
    "reconciliation of three months": () => getReconciliation(workspace, { ...QUARTER, provider: "openai" }),
  };
}
