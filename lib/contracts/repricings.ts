import { z } from "zod";
import { endpoint } from "./endpoint";
import { dateSchema, instantSchema, monthSchema, nameSchema, nanoUsdSchema } from "./values";

const sideSchema = z.object({
  costNanoUsd: nanoUsdSchema,
  unpricedCalls: z.int(),
  /** Of the unpriced calls, those for which no bound is known. */
  unboundedCalls: z.int(),
  boundLowNanoUsd: nanoUsdSchema,
  boundHighNanoUsd: nanoUsdSchema,
});
export type RepricingSide = z.infer<typeof sideSchema>;

/** What pricing the calls of one model in one month anew comes to. */
export const repricingDifferenceSchema = z.object({
  month: monthSchema,
  provider: z.string(),
  model: z.string(),
  callsRead: z.int(),
  callsChanged: z.int(),
  before: sideSchema,
  after: sideSchema,
});
export type RepricingDifference = z.infer<typeof repricingDifferenceSchema>;

/** Calls of days whose single calls were dropped: they keep the price that they had. */
const droppedCallsSchema = z.object({ before: dateSchema, calls: z.int() }).nullable();

const closedMonthsSchema = z.array(z.object({ month: monthSchema, calls: z.int() }));

/** How far a repricing is, as it is kept. */
export const repricingProgressSchema = z.object({
  tried: z.array(repricingDifferenceSchema),
  applied: z.array(repricingDifferenceSchema),
  closedMonths: closedMonthsSchema,
  dropped: droppedCallsSchema.default(null),
});
export type RepricingProgress = z.infer<typeof repricingProgressSchema>;

const withDifference = {
  differenceNanoUsd: nanoUsdSchema.meta({ description: "Cost after minus cost before." }),
};

const repricingTotalSchema = repricingDifferenceSchema
  .omit({ month: true, provider: true, model: true })
  .extend(withDifference);

const repricingOutcomeSchema = z.object({
  /** By month, provider and model. */
  differences: z.array(repricingDifferenceSchema.extend(withDifference)),
  total: repricingTotalSchema,
});
export type RepricingOutcome = z.infer<typeof repricingOutcomeSchema>;

export const repricingSummarySchema = z
  .object({
    id: z.string(),
    status: z.enum(["trying", "tried", "applying", "applied", "failed", "cancelled"]),
    from: dateSchema,
    to: dateSchema,
    provider: z.string().nullable(),
    model: z.string().nullable(),
    onlyUnpriced: z.boolean(),
    /** The last day that is finished: of the dry run, or of the application once that was started. */
    doneThrough: dateSchema.nullable(),
    /** By the application once that was started, by the dry run before. */
    total: repricingTotalSchema,
    failure: z.string().nullable(),
    createdBy: z.string(),
    createdAt: instantSchema,
    appliedBy: z.string().nullable(),
    appliedAt: instantSchema.nullable(),
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: "RepricingSummary" });
export type RepricingSummary = z.infer<typeof repricingSummarySchema>;

export const repricingSchema = repricingSummarySchema
  .extend({
    /** By the dry run. */
    tried: repricingOutcomeSchema,
    /** What the application has changed so far, once it was started. */
    applied: repricingOutcomeSchema,
    /** Their calls are left as they are. */
    closedMonths: closedMonthsSchema,
    dropped: droppedCallsSchema.meta({
      description: "Their single calls are gone, so they keep the price that they had.",
    }),
  })
  .meta({ id: "Repricing" });
export type Repricing = z.infer<typeof repricingSchema>;

export const repricingBodySchema = z
  .strictObject({
    from: dateSchema,
    to: dateSchema.meta({ description: "The last day, included, in the workspace's time zone." }),
    provider: nameSchema.nullish(),
    model: nameSchema.nullish(),
    onlyUnpriced: z.boolean().optional().meta({ description: "Leave calls that have a price as they are." }),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "Not before the first day" });
export type RepricingBody = z.infer<typeof repricingBodySchema>;

const repricingParams = z.strictObject({ repricingId: z.string().max(100) });

export const repricingEndpoints = {
  listRepricings: endpoint({
    method: "GET",
    path: "/api/v1/repricings",
    summary: "Repricings of past calls, newest first",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(repricingSummarySchema) }),
  }),
  createRepricing: endpoint({
    method: "POST",
    path: "/api/v1/repricings",
    summary:
      "Try out what pricing past calls anew would change; nothing is changed by this, and a dry run that has not ended gives way to it",
    access: "editPrices",
    body: repricingBodySchema,
    answer: repricingSchema,
    status: 202,
  }),
  getRepricing: endpoint({
    method: "GET",
    path: "/api/v1/repricings/{repricingId}",
    summary: "How far a repricing is, and its differences by month and model",
    access: "viewWorkspace",
    params: repricingParams,
    answer: repricingSchema,
  }),
  applyRepricing: endpoint({
    method: "POST",
    path: "/api/v1/repricings/{repricingId}/apply",
    summary: "Change the calls as tried; refused when prices have changed since, or a month was closed",
    access: "editPrices",
    params: repricingParams,
    answer: repricingSchema,
    status: 202,
    refusals: ["month_closed", "prices_changed"],
  }),
  cancelRepricing: endpoint({
    method: "POST",
    path: "/api/v1/repricings/{repricingId}/cancel",
    summary: "Stop a repricing; days that were applied by then stay applied",
    access: "editPrices",
    params: repricingParams,
    answer: repricingSchema,
  }),
  exportRepricing: endpoint({
    method: "GET",
    path: "/api/v1/repricings/{repricingId}/changes.csv",
    summary: "Every call that a repricing changed, as it was before and after, as CSV",
    access: "viewWorkspace",
    params: repricingParams,
    answerType: "text/csv",
  }),
};
