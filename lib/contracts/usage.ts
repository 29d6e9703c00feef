import { z } from "zod";
import { callFilterSchema } from "./calls";
import { endpoint } from "./endpoint";
import { dateSchema, instantSchema, nanoUsdSchema, unpricedReasonSchema } from "./values";

export const USAGE_DIMENSIONS = [
  "workflow",
  "stage",
  "purpose",
  "provider",
  "model",
  "operation",
  "size",
  "quality",
  "outcome",
  "costBasis",
  "unpricedReason",
] as const;
export const usageDimensionSchema = z.enum(USAGE_DIMENSIONS);
export type UsageDimension = z.infer<typeof usageDimensionSchema>;

/** What a set of calls adds up to. Unpriced calls are counted and bounded, never taken as zero. */
export const usageTotalsSchema = z
  .object({
    calls: z.int(),
    imagesRequested: z.int(),
    imagesDelivered: z.int(),
    imagesAccepted: z.int(),
    imagesJudged: z.int().meta({ description: "Delivered images for which an accepted count was logged." }),
    costNanoUsd: nanoUsdSchema,
    paidLossNanoUsd: nanoUsdSchema.meta({ description: "Cost of calls that delivered nothing." }),
    reworkNanoUsd: nanoUsdSchema.meta({ description: "Cost of retries, QA and prompt tuning." }),
    unpricedCalls: z.int(),
    unboundedCalls: z.int(),
    billingUnknownCalls: z.int(),
    boundLowNanoUsd: nanoUsdSchema,
    boundHighNanoUsd: nanoUsdSchema,
    costPerDeliveredImageNanoUsd: nanoUsdSchema.nullable(),
  })
  .meta({ id: "UsageTotals" });
export type UsageTotals = z.infer<typeof usageTotalsSchema>;

export const usageSeriesQuerySchema = callFilterSchema.extend({
  from: dateSchema,
  to: dateSchema,
  groupBy: usageDimensionSchema.optional(),
  interval: z.enum(["day", "month"]).default("day"),
});

export const usageSeriesSchema = z.object({
  timeZone: z.string(),
  from: dateSchema,
  to: dateSchema,
  interval: z.enum(["day", "month"]),
  /** Keys of groups, dearest first; a null key stands for calls that carry no value. */
  groups: z.array(
    z.object({
      key: z.string().nullable(),
      label: z.string(),
      totals: usageTotalsSchema,
      points: z.array(
        z.object({
          period: z.string(),
          costNanoUsd: nanoUsdSchema,
          calls: z.int(),
          imagesDelivered: z.int(),
          unpricedCalls: z.int(),
        }),
      ),
    }),
  ),
  totals: usageTotalsSchema,
});
export type UsageSeries = z.infer<typeof usageSeriesSchema>;

export const freshnessSchema = z.object({
  timeZone: z.string(),
  lastCallAt: instantSchema.nullable(),
  lastReceivedAt: instantSchema.nullable(),
  calls: z.int(),
  unpricedCalls: z.int(),
  boundLowNanoUsd: nanoUsdSchema,
  boundHighNanoUsd: nanoUsdSchema,
  unboundedCalls: z.int(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

export const filterValuesSchema = z.object({
  workflows: z.array(z.object({ slug: z.string(), name: z.string() })),
  providers: z.array(z.string()),
  models: z.array(z.string()),
  sizes: z.array(z.string()),
  qualities: z.array(z.string()),
  firstDate: dateSchema.nullable(),
  lastDate: dateSchema.nullable(),
});
export type FilterValues = z.infer<typeof filterValuesSchema>;

/** Calls of one model that have no price for one reason, and what would give them one. */
export const unpricedGroupSchema = z.object({
  provider: z.string(),
  model: z.string(),
  reason: unpricedReasonSchema,
  calls: z.int(),
  imagesRequested: z.int(),
  /** Calls for which no bound is known either. */
  unboundedCalls: z.int(),
  boundLowNanoUsd: nanoUsdSchema,
  boundHighNanoUsd: nanoUsdSchema,
  firstDate: dateSchema,
  lastDate: dateSchema,
  /** Those of the calls that stay as they are, because their month is closed. */
  closedCalls: z.int(),
  /** The first day from which a price would cover all of them: prices hold by the day in UTC. */
  priceFrom: dateSchema,
  /** add_price: none is known; price_again: what was missing is there now; else nothing of the prices is missing. */
  action: z.enum(["add_price", "price_again", "set_billing_rule", "log_more"]),
  advice: z.string(),
});
export type UnpricedGroup = z.infer<typeof unpricedGroupSchema>;

export const recountSchema = z.object({
  rollupRows: z.int(),
  calls: z.int(),
  differences: z.array(
    z.object({ localDate: dateSchema, measure: z.string(), rollup: z.string(), recount: z.string() }),
  ),
});
export type Recount = z.infer<typeof recountSchema>;

export const usageEndpoints = {
  getUsageSeries: endpoint({
    method: "GET",
    path: "/api/v1/usage/series",
    summary: "Cost, calls and images by day or month, grouped by one dimension",
    access: "viewWorkspace",
    query: usageSeriesQuerySchema,
    answer: usageSeriesSchema,
  }),
  getFilterValues: endpoint({
    method: "GET",
    path: "/api/v1/usage/filter-values",
    summary: "The values that the workspace's calls carry, to choose filters from",
    access: "viewWorkspace",
    answer: filterValuesSchema,
  }),
  getFreshness: endpoint({
    method: "GET",
    path: "/api/v1/usage/freshness",
    summary: "How far the data reach and what in them has no price",
    access: "viewWorkspace",
    answer: freshnessSchema,
  }),
  listUnpriced: endpoint({
    method: "GET",
    path: "/api/v1/usage/unpriced",
    summary: "Calls without a price by provider, model and reason, the most calls first, and what to do",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(unpricedGroupSchema) }),
  }),
  recount: endpoint({
    method: "POST",
    path: "/api/v1/usage/recount",
    summary: "Recompute the daily sums from the calls and list every difference",
    access: "editWorkspace",
    answer: recountSchema,
  }),
};
