import { z } from "zod";
import { dateSchema, monthSchema, nanoUsdSchema, stageSchema } from "./values";

/** An amount before and after; null where the scenario has no price then. */
const beforeAfter = {
  beforeNanoUsd: nanoUsdSchema.nullable(),
  afterNanoUsd: nanoUsdSchema.nullable(),
};

/** An open scenario that is projected with the provider and model of the price. */
const scenarioImpactSchema = z.object({
  id: z.string(),
  name: z.string(),
  stage: stageSchema,
  workflow: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  /** What it adds up to on the whole. */
  ...beforeAfter,
  months: z.array(z.object({ month: monthSchema, ...beforeAfter })),
  /** Why it has no price afterwards; null while it has one. */
  problem: z.string().nullable(),
});
export type ScenarioImpact = z.infer<typeof scenarioImpactSchema>;

/** A month whose planned total changes: of each workflow and stage the committed scenario, else the one edited last. */
const plannedMonthSchema = z.object({
  month: monthSchema,
  beforeNanoUsd: nanoUsdSchema,
  afterNanoUsd: nanoUsdSchema,
  /** Scenarios without a price, which the totals leave out. */
  unpricedBefore: z.int(),
  unpricedAfter: z.int(),
  isOverBudgetBefore: z.boolean().nullable(),
  isOverBudgetAfter: z.boolean().nullable(),
});
export type PlannedMonth = z.infer<typeof plannedMonthSchema>;

/** Logged calls of a local month whose price comes from rate cards, or is missing, and which another card would now price. */
const pricedMonthSchema = z.object({
  month: monthSchema,
  calls: z.int(),
  costNanoUsd: nanoUsdSchema,
  unpricedCalls: z.int(),
  /** Nothing reprices the calls of a closed month. */
  isClosed: z.boolean(),
});
export type PricedMonth = z.infer<typeof pricedMonthSchema>;

export const priceImpactSchema = z
  .object({
    provider: z.string(),
    model: z.string(),
    validFrom: dateSchema,
    validTo: dateSchema.nullable(),
    /** The open-ended price that ends the day before this one begins. */
    endsEarlier: z.object({ id: z.string(), name: z.string(), validFrom: dateSchema }).nullable(),
    scenarios: z.array(scenarioImpactSchema),
    budgetNanoUsd: nanoUsdSchema.nullable(),
    plannedMonths: z.array(plannedMonthSchema),
    /** Past calls keep their price until somebody reprices them. */
    loggedMonths: z.array(pricedMonthSchema),
    /** The first and the last local day with calls that repricing could reach; null where there are none. */
    reach: z.object({ from: dateSchema, to: dateSchema, calls: z.int(), unpricedCalls: z.int() }).nullable(),
  })
  .meta({ id: "PriceImpact" });
export type PriceImpact = z.infer<typeof priceImpactSchema>;
