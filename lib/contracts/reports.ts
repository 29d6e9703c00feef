import { z } from "zod";
import { callFilterSchema } from "./calls";
import { endpoint } from "./endpoint";
import { directionSchema, reportedMonthSchema, statementLineSchema, statementTotalSchema } from "./overview";
import { freshnessSchema, usageSeriesQuerySchema, usageTotalsSchema } from "./usage";
import { dateSchema, instantSchema, monthSchema, nanoUsdSchema } from "./values";

/** A month that finance has closed: its calls keep the price that they have. */
export const monthCloseSchema = z
  .object({
    closedAt: instantSchema,
    closedBy: z.string(),
    /** What the month stood at when it was closed. */
    calls: z.int(),
    costNanoUsd: nanoUsdSchema,
    unpricedCalls: z.int(),
    /** What has come in since. */
    later: z.object({ calls: z.int(), costNanoUsd: nanoUsdSchema }),
  })
  .meta({ id: "MonthClose" });
export type MonthClose = z.infer<typeof monthCloseSchema>;

export const monthReportSchema = z
  .object({
    month: monthSchema,
    from: dateSchema,
    to: dateSchema,
    timeZone: z.string(),
    state: z.enum(["past", "open", "future"]),
    close: monthCloseSchema.nullable(),
    lines: z.array(statementLineSchema),
    total: statementTotalSchema,
    totals: usageTotalsSchema,
    /** Of the whole month, also while it is open. */
    monthForecastNanoUsd: nanoUsdSchema.nullable(),
    budgetNanoUsd: nanoUsdSchema.nullable(),
    days: z.array(
      z.object({
        date: dateSchema,
        actualNanoUsd: nanoUsdSchema.nullable(),
        cumulativeNanoUsd: nanoUsdSchema.nullable(),
        forecastCumulativeNanoUsd: nanoUsdSchema.nullable(),
      }),
    ),
    freshness: freshnessSchema,
  })
  .meta({ id: "MonthReport" });
export type MonthReport = z.infer<typeof monthReportSchema>;

export const monthSummarySchema = z.object({
  month: monthSchema,
  state: z.enum(["past", "open", "future"]),
  actualNanoUsd: nanoUsdSchema.nullable(),
  /** In the open month the forecast to date, as in the month's report. */
  forecastNanoUsd: nanoUsdSchema.nullable(),
  varianceNanoUsd: nanoUsdSchema.nullable(),
  varianceBasisPoints: z.int().nullable(),
  direction: directionSchema,
  calls: z.int(),
  unpricedCalls: z.int(),
  close: monthCloseSchema.nullable(),
});
export type MonthSummary = z.infer<typeof monthSummarySchema>;

const monthParams = z.strictObject({ month: reportedMonthSchema });

export const reportEndpoints = {
  listMonths: endpoint({
    method: "GET",
    path: "/api/v1/reports",
    summary: "The months that have calls or a forecast, newest first",
    access: "viewWorkspace",
    answer: z.object({
      items: z.array(monthSummarySchema),
    }),
  }),
  getMonthReport: endpoint({
    method: "GET",
    path: "/api/v1/reports/{month}",
    summary: "Forecast, actual and variance of a month by workflow and stage",
    access: "viewWorkspace",
    params: monthParams,
    answer: monthReportSchema,
  }),
  exportMonth: endpoint({
    method: "GET",
    path: "/api/v1/reports/{month}/export.csv",
    summary: "The month as CSV; its total is the screen's to the last digit",
    access: "viewWorkspace",
    params: monthParams,
    answerType: "text/csv",
  }),
  closeMonth: endpoint({
    method: "POST",
    path: "/api/v1/reports/{month}/close",
    summary: "Close a month that is over, so that no repricing changes its calls",
    access: "closeMonth",
    params: monthParams,
    answer: monthCloseSchema,
    refusals: ["month_closed", "month_not_over"],
  }),
  reopenMonth: endpoint({
    method: "POST",
    path: "/api/v1/reports/{month}/reopen",
    summary: "Reopen a closed month; that it was closed stays on record",
    access: "closeMonth",
    params: monthParams,
    status: 204,
  }),
  exportCalls: endpoint({
    method: "GET",
    path: "/api/v1/calls/export.csv",
    summary: "Every call of a filter as CSV, newest first",
    access: "viewWorkspace",
    query: callFilterSchema,
    answerType: "text/csv",
  }),
  exportUsage: endpoint({
    method: "GET",
    path: "/api/v1/usage/export.csv",
    summary: "The daily sums of a filter as CSV",
    access: "viewWorkspace",
    query: usageSeriesQuerySchema,
    answerType: "text/csv",
  }),
};
