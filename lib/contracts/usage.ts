import { z } from "zod";
import { MEASURES } from "@/lib/usage";
import { callFilterSchema } from "./calls";
import { endpoint } from "./endpoint";
import { tagDimensionSchema, tagProblem } from "./tag-filter";
import { dateSchema, instantSchema, nanoUsdSchema, unpricedReasonSchema, wholeNumberText } from "./values";

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
  "batch",
  "retry",
  "costBasis",
  "unpricedReason",
] as const;
export const usageDimensionSchema = z.enum(USAGE_DIMENSIONS);
export type UsageDimension = z.infer<typeof usageDimensionSchema>;

/** What calls are grouped by: a dimension that each of them has, or a tag that is tracked. */
export const usageGroupingSchema = z.union([usageDimensionSchema, tagDimensionSchema]).meta({
  description: `One of ${USAGE_DIMENSIONS.join(", ")}; or tag: and the key of a tracked tag.`,
});
export type UsageGrouping = z.infer<typeof usageGroupingSchema>;

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

const intervalSchema = z.enum(["day", "week", "month"]);

export const usageSeriesQuerySchema = callFilterSchema
  .extend({
    from: dateSchema,
    to: dateSchema,
    groupBy: usageGroupingSchema.optional(),
    thenBy: usageGroupingSchema.optional().meta({
      description: "Groups within the groups. It says nothing without groupBy, or where it repeats it.",
    }),
    interval: intervalSchema.default("day").meta({
      description: "Weeks begin on Monday, in the workspace's time zone as every day.",
    }),
    measure: z.enum(MEASURES).optional().meta({
      description:
        "Left out: cost. By what groups are ranked: cost per image by cost, the error rate by the calls that failed or timed out.",
    }),
    top: wholeNumberText(1, 50)
      .optional()
      .meta({ description: "How many groups are told apart; the rest is one, exactly. Left out: all." }),
    compare: z.literal("previous").optional().meta({
      description:
        "Also the span before: as many days, or for whole months by month as many months. Its sums stand in the periods that they are compared with.",
    }),
  })
  .superRefine((query, context) => {
    const problem = tagProblem(query);
    if (problem) context.addIssue({ code: "custom", path: [problem.path], message: problem.message });
  });
export type UsageSeriesQuery = z.output<typeof usageSeriesQuerySchema>;

/** Totals, with what a rate of errors and a cost per image are made of. */
const seriesTotalsSchema = usageTotalsSchema.extend({
  failedCalls: z.int().meta({ description: "Calls that failed or timed out." }),
  imagesPriced: z.int().meta({ description: "Delivered images whose calls have a price." }),
});
export type SeriesTotals = z.infer<typeof seriesTotalsSchema>;

const seriesPointSchema = z.object({
  period: z.string().meta({ description: "The day, the Monday of the week, or the month." }),
  costNanoUsd: nanoUsdSchema,
  paidLossNanoUsd: nanoUsdSchema,
  calls: z.int(),
  failedCalls: z.int(),
  imagesDelivered: z.int(),
  imagesPriced: z.int(),
  unpricedCalls: z.int(),
});

const seriesGroupSchema = z.object({
  key: z.string().nullable(),
  label: z.string(),
  thenKey: z.string().nullable().meta({ description: "The group's value of thenBy." }),
  thenLabel: z.string().nullable().meta({ description: "Null where nothing was asked of thenBy." }),
  totals: seriesTotalsSchema,
  previous: seriesTotalsSchema
    .nullable()
    .meta({ description: "Of the span before, where it was asked for." }),
});
export type SeriesGroup = z.infer<typeof seriesGroupSchema>;

export const usageSeriesSchema = z.object({
  timeZone: z.string(),
  from: dateSchema,
  to: dateSchema,
  interval: intervalSchema,
  /** Keys of groups, the greatest first; a null key stands for calls that carry no value. */
  groups: z.array(seriesGroupSchema.extend({ points: z.array(seriesPointSchema) })),
  /** The groups beyond the top, and their exact sums. Null where there are none. */
  other: z
    .object({
      groups: z.array(seriesGroupSchema),
      totals: seriesTotalsSchema,
      previous: seriesTotalsSchema.nullable(),
      points: z.array(seriesPointSchema),
    })
    .nullable(),
  totals: seriesTotalsSchema,
  points: z.array(seriesPointSchema),
  previous: z
    .object({
      from: dateSchema,
      to: dateSchema,
      totals: seriesTotalsSchema,
      points: z.array(seriesPointSchema),
    })
    .nullable(),
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
  tags: z.array(
    z.object({
      key: z.string(),
      values: z.array(z.string()),
      isFull: z
        .boolean()
        .meta({ description: "Values beyond these may be carried; they are other together." }),
      countedFrom: dateSchema.nullable().meta({
        description:
          "Calls of earlier days are in no answer that the tag plays a part in. Null: all calls are counted.",
      }),
      isCounting: z.boolean().meta({ description: "Earlier days are being counted." }),
    }),
  ),
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
  /** Those that stay as they are, because they are of days whose single calls were dropped. */
  droppedCalls: z.int(),
  /** The first day from which a price would cover all of them: prices hold by the day in UTC. */
  priceFrom: dateSchema,
  /**
   * add_price: none is known; price_again: what was missing is there now; none: all of them were dropped; else nothing of
   * the prices is missing.
   */
  action: z.enum(["add_price", "price_again", "set_billing_rule", "log_more", "none"]),
  advice: z.string(),
});
export type UnpricedGroup = z.infer<typeof unpricedGroupSchema>;

export const recountSchema = z.object({
  rollupRows: z.int(),
  calls: z.int(),
  keptFrom: dateSchema.nullable().meta({
    description:
      "Earlier days are not counted again: their single calls were dropped. Null: every day was counted.",
  }),
  differences: z.array(
    z.object({ localDate: dateSchema, measure: z.string(), rollup: z.string(), recount: z.string() }),
  ),
});
export type Recount = z.infer<typeof recountSchema>;

export const usageEndpoints = {
  getUsageSeries: endpoint({
    method: "GET",
    path: "/api/v1/usage/series",
    summary: "Cost, calls and images by day, week or month, grouped by one or two dimensions",
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
    summary:
      "Recompute the daily sums from the calls and list every difference; of the days whose single calls are kept",
    access: "editWorkspace",
    answer: recountSchema,
  }),
};
