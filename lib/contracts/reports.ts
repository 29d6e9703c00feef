import { z } from "zod";
import { endpoint } from "./endpoint";
import { directionSchema, reportedMonthSchema, statementLineSchema, statementTotalSchema } from "./overview";
import { freshnessSchema, usageSeriesQuerySchema, usageTotalsSchema } from "./usage";
import { dateSchema, monthSchema, nanoUsdSchema } from "./values";

export const monthReportSchema = z
  .object({
    month: monthSchema,
    from: dateSchema,
    to: dateSchema,
    timeZone: z.string(),
    state: z.enum(["past", "open", "future"]),
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
  unpricedCalls: z.int(),
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
  exportUsage: endpoint({
    method: "GET",
    path: "/api/v1/usage/export.csv",
    summary: "The daily sums of a filter as CSV",
    access: "viewWorkspace",
    query: usageSeriesQuerySchema,
    answerType: "text/csv",
  }),
};
