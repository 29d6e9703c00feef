import { z } from "zod";
import { endpoint } from "./endpoint";
import { dateSchema, nanoUsdSchema, stageSchema } from "./values";

/** What the calls of the last 30 days would have cost on another model. */
const mixCostSchema = z.object({
  /** Calls with a price there. Left-open sizes or qualities make the two ends of their cost differ. */
  pricedCalls: z.int(),
  lowNanoUsd: nanoUsdSchema,
  highNanoUsd: nanoUsdSchema,
  /** What the priced calls cost where they were made; null where one of them has no price there. */
  sameCallsNanoUsd: nanoUsdSchema.nullable(),
  /** Calls that cannot be priced there, counted and never taken as zero. */
  unpricedCalls: z.int(),
  /** Why, in sentences. */
  reasons: z.array(z.string()),
});

const successorSchema = z.object({
  provider: z.string(),
  model: z.string(),
  /** Named by the provider, or the nearest one whose cost can be estimated beforehand. */
  kind: z.enum(["named", "alternative"]),
  sourceUrl: z.string().nullable(),
  /** False where nobody says how many tokens its pictures take. */
  isEstimable: z.boolean(),
  /** Null while no calls were logged. */
  cost: mixCostSchema.nullable(),
});
export type Successor = z.infer<typeof successorSchema>;

const endingScenarioSchema = z.object({
  id: z.string(),
  name: z.string(),
  stage: stageSchema,
  workflow: z.object({ slug: z.string(), name: z.string() }),
  from: dateSchema,
  to: dateSchema,
  /** Calendar months of it that have days without the model. */
  monthsBeyond: z.int(),
});

const endingModelSchema = z.object({
  provider: z.string(),
  model: z.string(),
  /** The first day on which it can no longer be called. */
  shutdownOn: dateSchema,
  /** Negative once it is over. */
  daysLeft: z.int(),
  /** The card that says so; of another provider where a gateway's own card states no date. */
  statedBy: z.object({ provider: z.string(), name: z.string(), sourceUrl: z.string().nullable() }),
  scenarios: z.array(endingScenarioSchema),
  /** The last 30 local days, today included. */
  traffic: z.object({
    from: dateSchema,
    to: dateSchema,
    calls: z.int(),
    images: z.int(),
    costNanoUsd: nanoUsdSchema,
    unpricedCalls: z.int(),
  }),
  successors: z.array(successorSchema),
});
export type EndingModel = z.infer<typeof endingModelSchema>;

export const lifecycleSchema = z
  .object({ today: dateSchema, timeZone: z.string(), items: z.array(endingModelSchema) })
  .meta({ id: "Lifecycle" });
export type Lifecycle = z.infer<typeof lifecycleSchema>;

export const lifecycleEndpoints = {
  getLifecycle: endpoint({
    method: "GET",
    path: "/api/v1/lifecycle",
    summary: "Models with an end that scenarios or recent calls use, and what their successors would cost",
    access: "viewWorkspace",
    answer: lifecycleSchema,
  }),
};
