import { z } from "zod";
import { endpoint } from "./endpoint";
import { dateSchema, monthSchema, nanoUsdSchema, stageSchema } from "./values";
import { freshnessSchema, usageTotalsSchema } from "./usage";

/** Further away no month has calls or a forecast, and calendar arithmetic around it would leave the calendar. */
export const reportedMonthSchema = monthSchema.refine(
  (month) => "2000-01" <= month && month <= "2199-12",
  "A month from 2000-01 to 2199-12",
);

export const directionSchema = z.enum(["over", "under", "on"]).nullable();

export const statementLineSchema = z.object({
  workflow: z
    .object({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      owner: z.string().nullable(),
      costCentre: z.string().nullable(),
    })
    .nullable(),
  stage: stageSchema.nullable(),
  actualNanoUsd: nanoUsdSchema,
  /** Of the same days as the actual: in the open month the forecast to date. Null where nobody forecast anything. */
  forecastNanoUsd: nanoUsdSchema.nullable(),
  /**
   * Actual minus forecast. Spending that nobody forecast, in a month with a forecast, is over by all of it, without a
   * percentage. Null in a month without any forecast and in a month to come.
   */
  varianceNanoUsd: nanoUsdSchema.nullable(),
  varianceBasisPoints: z.int().nullable(),
  direction: directionSchema,
  calls: z.int(),
  imagesDelivered: z.int(),
  unpricedCalls: z.int(),
  boundLowNanoUsd: nanoUsdSchema,
  boundHighNanoUsd: nanoUsdSchema,
  unboundedCalls: z.int(),
});
export type StatementLine = z.infer<typeof statementLineSchema>;

/** Every column is the exact sum of the lines. */
export const statementTotalSchema = statementLineSchema.omit({ workflow: true, stage: true });
export type StatementTotal = z.infer<typeof statementTotalSchema>;

const monthPointSchema = z.object({
  month: monthSchema,
  /** Null for a month without a single logged call: a gap, not a zero. */
  actualNanoUsd: nanoUsdSchema.nullable(),
  forecastNanoUsd: nanoUsdSchema.nullable(),
  budgetNanoUsd: nanoUsdSchema.nullable(),
  unpricedCalls: z.int(),
  state: z.enum(["past", "open", "future"]),
});

export const overviewSchema = z
  .object({
    month: monthSchema,
    today: dateSchema,
    timeZone: z.string(),
    /** The days of the month that have begun, up to today. */
    from: dateSchema,
    to: dateSchema,
    totals: usageTotalsSchema,
    forecastNanoUsd: nanoUsdSchema.nullable(),
    forecastToDateNanoUsd: nanoUsdSchema.nullable(),
    outlook: z.object({
      expectedNanoUsd: nanoUsdSchema.nullable(),
      method: z.enum(["closed", "run_rate", "forecast", "none"]),
      explanation: z.string(),
    }),
    budgetNanoUsd: nanoUsdSchema.nullable(),
    budgetLeftNanoUsd: nanoUsdSchema.nullable(),
    /** The day on which the outlook's pace crosses the budget; null when it does not within the month. */
    budgetCrossedOn: dateSchema.nullable(),
    plannedPerDeliveredImageNanoUsd: nanoUsdSchema.nullable(),
    months: z.array(monthPointSchema),
    workflows: z.array(statementLineSchema),
    total: statementTotalSchema,
    stages: z.array(
      z.object({
        workflow: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
        spans: z.array(
          z.object({
            stage: stageSchema,
            scenarioId: z.string(),
            from: dateSchema,
            to: dateSchema,
            committed: z.boolean(),
          }),
        ),
      }),
    ),
    freshness: freshnessSchema,
  })
  .meta({ id: "Overview" });
export type Overview = z.infer<typeof overviewSchema>;

export const overviewEndpoints = {
  getOverview: endpoint({
    method: "GET",
    path: "/api/v1/overview",
    summary: "Where a month stands and where it will land",
    access: "viewWorkspace",
    query: z.object({ month: reportedMonthSchema.optional() }),
    answer: overviewSchema,
  }),
};
