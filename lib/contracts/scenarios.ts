import { z } from "zod";
import type { ScenarioDrivers } from "@/lib/scenarios";
import { endpoint } from "./endpoint";
import { rateCardSchema } from "./prices";
import {
  dateSchema,
  instantSchema,
  monthSchema,
  nameSchema,
  nanoUsdSchema,
  operationSchema,
  qualitySchema,
  sizeSchema,
  stageSchema,
} from "./values";

const twoDecimals = (schema: z.ZodNumber) =>
  schema.refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, "At most two decimals");

const percentSchema = twoDecimals(z.number().min(0).max(100));
const growthPercentSchema = twoDecimals(z.number().min(-100).max(1000));

/** Far enough for any plan, and never past the years that a date can name. */
const startDateSchema = dateSchema.refine(
  (date) => date >= "2000-01-01" && date <= "2099-12-31",
  "A start between the years 2000 and 2099",
);

export const mixLineSchema = z.strictObject({
  size: sizeSchema,
  quality: qualitySchema,
  sharePercent: percentSchema,
});

/** The zod mirror of `ScenarioDrivers`; a size that is illegal for the model is refused by the server and by the form. */
export const scenarioDriversSchema = z
  .strictObject({
    provider: nameSchema,
    model: nameSchema,
    operation: operationSchema,
    batch: z.boolean(),
    startsOn: startDateSchema,
    lengthMonths: z.int().min(1).max(36),
    volume: z.strictObject({
      requests: twoDecimals(z.number().min(0).max(100_000_000)),
      per: z.enum(["day", "week", "month"]),
    }),
    growth: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("none") }),
      z.strictObject({ kind: z.literal("linear"), percentPerMonth: growthPercentSchema }),
      z.strictObject({ kind: z.literal("compound"), percentPerMonth: growthPercentSchema }),
    ]),
    imagesPerRequest: twoDecimals(z.number().min(1).max(10)),
    mix: z
      .array(mixLineSchema)
      .min(1)
      .max(20)
      .refine(
        (lines) => lines.reduce((sum, line) => sum + Math.round(line.sharePercent * 100), 0) === 10_000,
        "The shares must add up to 100 %",
      )
      .refine(
        (lines) => new Set(lines.map((line) => `${line.size} ${line.quality}`)).size === lines.length,
        "Each size and quality may appear once",
      ),
    promptTokens: z.int().min(0).max(32_000),
    referenceImages: z.int().min(0).max(16),
    billedRetryPercent: twoDecimals(z.number().min(0).max(1000)),
    qa: z.strictObject({
      runsPerMonth: twoDecimals(z.number().min(0).max(100_000)),
      imagesPerRun: twoDecimals(z.number().min(0).max(100_000)),
      size: sizeSchema.nullable(),
      quality: qualitySchema.nullable(),
    }),
    promptTuning: z.strictObject({
      promptsPerMonth: twoDecimals(z.number().min(0).max(100_000)),
      iterationsPerPrompt: twoDecimals(z.number().min(0).max(10_000)),
      size: sizeSchema.nullable(),
      quality: qualitySchema.nullable(),
    }),
    acceptedPercent: percentSchema,
  })
  .meta({ id: "ScenarioDrivers" }) satisfies z.ZodType<ScenarioDrivers>;

/** What a stage must prove before the next one, and the measured numbers that prove it. */
export const stagePurposeSchema = z
  .strictObject({
    mustProve: z.string().max(500),
    criteria: z
      .array(
        z.strictObject({
          measure: z.enum([
            "cost_per_delivered_image_usd",
            "cost_per_accepted_image_usd",
            "billed_retry_percent",
            "error_rate_percent",
            "forecast_error_percent",
          ]),
          atMost: twoDecimals(z.number().min(0).max(1_000_000)),
        }),
      )
      .max(10),
  })
  .meta({ id: "StagePurpose" });
export type StagePurpose = z.infer<typeof stagePurposeSchema>;

export const projectedMonthSchema = z.object({
  month: monthSchema,
  daysInside: z.int(),
  requestsMicro: z.string(),
  imagesMicro: z.string(),
  baselineNanoUsd: nanoUsdSchema,
  reworkNanoUsd: nanoUsdSchema,
  retriesNanoUsd: nanoUsdSchema,
  qaNanoUsd: nanoUsdSchema,
  promptTuningNanoUsd: nanoUsdSchema,
  growthNanoUsd: nanoUsdSchema,
  totalNanoUsd: nanoUsdSchema,
});

export const projectionSchema = z
  .discriminatedUnion("status", [
    z.object({
      status: z.literal("priced"),
      months: z.array(projectedMonthSchema),
      totalNanoUsd: nanoUsdSchema,
      baselineNanoUsd: nanoUsdSchema,
      reworkNanoUsd: nanoUsdSchema,
      growthNanoUsd: nanoUsdSchema,
      perDeliveredImageNanoUsd: nanoUsdSchema.nullable(),
      perAcceptedImageNanoUsd: nanoUsdSchema.nullable(),
    }),
    z.object({
      status: z.literal("unpriced"),
      problems: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  ])
  .meta({ id: "Projection" });
export type ProjectionAnswer = z.infer<typeof projectionSchema>;

export const workflowSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    owner: z.string().nullable(),
    costCentre: z.string().nullable(),
    discovered: z.boolean(),
    createdAt: instantSchema,
  })
  .meta({ id: "Workflow" });
export type Workflow = z.infer<typeof workflowSchema>;

export const workflowBodySchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Made from the name when absent. */
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_.-]{0,99}$/, "Small letters, digits and _ . - only")
    .optional(),
  owner: z.string().trim().max(100).nullish(),
  costCentre: z.string().trim().max(100).nullish(),
});

export const commitmentSchema = z.object({
  versionId: z.string(),
  versionNumber: z.int(),
  committedAt: instantSchema,
  committedBy: z.string(),
});

export const scenarioSchema = z
  .object({
    id: z.string(),
    workflow: workflowSchema.pick({ id: true, slug: true, name: true }),
    stage: stageSchema,
    name: z.string(),
    purpose: stagePurposeSchema,
    drivers: scenarioDriversSchema,
    revision: z.int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
    projection: projectionSchema,
    /** The version in force when this scenario is the forecast of its workflow and stage. */
    committed: commitmentSchema.nullable(),
    /** True when the drivers differ from the committed version's. */
    changedSinceCommit: z.boolean(),
  })
  .meta({ id: "Scenario" });
export type Scenario = z.infer<typeof scenarioSchema>;

export const scenarioBodySchema = z.strictObject({
  workflowId: z.string().max(100),
  stage: stageSchema,
  name: z.string().trim().min(1).max(100),
  purpose: stagePurposeSchema,
  drivers: scenarioDriversSchema,
});
export type ScenarioBody = z.infer<typeof scenarioBodySchema>;

export const scenarioPatchSchema = scenarioBodySchema
  .omit({ workflowId: true })
  .partial()
  .extend({
    revision: z.int().min(1).meta({ description: "The revision that was edited; a stale one is refused." }),
  });

export const scenarioVersionSchema = z
  .object({
    id: z.string(),
    scenarioId: z.string(),
    number: z.int(),
    name: z.string(),
    stage: stageSchema,
    drivers: scenarioDriversSchema,
    rateCards: z.array(rateCardSchema),
    engineVersion: z.string(),
    seed: z.int(),
    totalNanoUsd: nanoUsdSchema,
    months: z.array(
      projectedMonthSchema.pick({
        month: true,
        requestsMicro: true,
        imagesMicro: true,
        baselineNanoUsd: true,
        reworkNanoUsd: true,
        growthNanoUsd: true,
        totalNanoUsd: true,
      }),
    ),
    createdBy: z.string(),
    createdAt: instantSchema,
    inForce: z.boolean(),
  })
  .meta({ id: "ScenarioVersion" });
export type ScenarioVersion = z.infer<typeof scenarioVersionSchema>;

/** A starting point for a new scenario. */
export const scenarioTemplateSchema = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  scenarios: z.array(
    z.object({
      stage: stageSchema,
      name: z.string(),
      purpose: stagePurposeSchema,
      drivers: scenarioDriversSchema,
    }),
  ),
});
export type ScenarioTemplate = z.infer<typeof scenarioTemplateSchema>;

const scenarioParams = z.strictObject({ scenarioId: z.string().max(100) });

export const scenarioEndpoints = {
  listWorkflows: endpoint({
    method: "GET",
    path: "/api/v1/workflows",
    summary: "The workflows of the workspace",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(workflowSchema) }),
  }),
  createWorkflow: endpoint({
    method: "POST",
    path: "/api/v1/workflows",
    summary: "Define a workflow",
    access: "editScenarios",
    body: workflowBodySchema,
    answer: workflowSchema,
    status: 201,
    refusals: ["already_exists"],
  }),
  updateWorkflow: endpoint({
    method: "PATCH",
    path: "/api/v1/workflows/{workflowId}",
    summary: "Rename a workflow, or change its owner or cost centre",
    access: "editScenarios",
    params: z.strictObject({ workflowId: z.string().max(100) }),
    body: workflowBodySchema.partial(),
    answer: workflowSchema,
    refusals: ["already_exists"],
  }),
  listScenarios: endpoint({
    method: "GET",
    path: "/api/v1/scenarios",
    summary: "Every scenario with its projection at today's price book",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(scenarioSchema) }),
  }),
  createScenario: endpoint({
    method: "POST",
    path: "/api/v1/scenarios",
    summary: "Define a scenario",
    access: "editScenarios",
    body: scenarioBodySchema,
    answer: scenarioSchema,
    status: 201,
  }),
  createFromTemplate: endpoint({
    method: "POST",
    path: "/api/v1/scenarios/from-template",
    summary: "Define a workflow and its three stages from a template",
    access: "editScenarios",
    body: z.strictObject({
      template: z.string().max(100),
      workflow: workflowBodySchema,
      startsOn: startDateSchema,
      provider: nameSchema.optional(),
    }),
    answer: z.object({ workflow: workflowSchema, scenarios: z.array(scenarioSchema) }),
    status: 201,
    refusals: ["already_exists"],
  }),
  getScenario: endpoint({
    method: "GET",
    path: "/api/v1/scenarios/{scenarioId}",
    summary: "One scenario",
    access: "viewWorkspace",
    params: scenarioParams,
    answer: scenarioSchema,
  }),
  updateScenario: endpoint({
    method: "PATCH",
    path: "/api/v1/scenarios/{scenarioId}",
    summary: "Save a scenario",
    access: "editScenarios",
    params: scenarioParams,
    body: scenarioPatchSchema,
    answer: scenarioSchema,
    refusals: ["in_use"],
  }),
  duplicateScenario: endpoint({
    method: "POST",
    path: "/api/v1/scenarios/{scenarioId}/duplicate",
    summary: "Copy a scenario under a new name, uncommitted",
    access: "editScenarios",
    params: scenarioParams,
    answer: scenarioSchema,
    status: 201,
  }),
  deleteScenario: endpoint({
    method: "DELETE",
    path: "/api/v1/scenarios/{scenarioId}",
    summary:
      "Delete a scenario, which withdraws it where it is the forecast; its versions stay in the record, and it can be restored",
    access: "editScenarios",
    params: scenarioParams,
    status: 204,
  }),
  restoreScenario: endpoint({
    method: "POST",
    path: "/api/v1/scenarios/{scenarioId}/restore",
    summary: "Bring a deleted scenario back, as a draft",
    access: "editScenarios",
    params: scenarioParams,
    answer: scenarioSchema,
  }),
  commitScenario: endpoint({
    method: "POST",
    path: "/api/v1/scenarios/{scenarioId}/commit",
    summary: "Freeze a version and make it the forecast of its workflow and stage",
    access: "commitForecast",
    params: scenarioParams,
    body: z.strictObject({ revision: z.int().min(1) }),
    answer: scenarioVersionSchema,
    status: 201,
    refusals: ["not_priced"],
  }),
  withdrawForecast: endpoint({
    method: "POST",
    path: "/api/v1/scenarios/{scenarioId}/withdraw",
    summary:
      "Withdraw the scenario as the forecast; its versions stay, and the forecast it replaced holds again",
    access: "commitForecast",
    params: scenarioParams,
    answer: scenarioSchema,
  }),
  listVersions: endpoint({
    method: "GET",
    path: "/api/v1/scenarios/{scenarioId}/versions",
    summary: "The frozen versions of a scenario, newest first",
    access: "viewWorkspace",
    params: scenarioParams,
    answer: z.object({ items: z.array(scenarioVersionSchema) }),
  }),
  listTemplates: endpoint({
    method: "GET",
    path: "/api/v1/scenario-templates",
    summary: "Starting points for a workflow's stages",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(scenarioTemplateSchema) }),
  }),
  project: endpoint({
    method: "POST",
    path: "/api/v1/projections",
    summary: "Project drivers month by month without saving anything",
    access: "viewWorkspace",
    body: z.strictObject({ drivers: scenarioDriversSchema }),
    answer: projectionSchema,
  }),
};
