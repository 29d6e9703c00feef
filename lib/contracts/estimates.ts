import { z } from "zod";
import { nearestSizeText } from "@/lib/calculator";
import { sizeProblems } from "@/lib/pricing";
import { endpoint } from "./endpoint";
import {
  dateSchema,
  nameSchema,
  operationSchema,
  outputFormatSchema,
  qualitySchema,
  sizeSchema,
  wholeNumber,
} from "./values";

const usdTextSchema = z
  .string()
  .meta({ description: "US dollars as a decimal string with nine decimals.", example: "0.210850000" });

const inputImageSchema = z.strictObject({ width: wholeNumber(1, 50_000), height: wholeNumber(1, 50_000) });

export const estimateRequestSchema = z
  .strictObject({
    provider: nameSchema.default("openai"),
    model: nameSchema,
    operation: operationSchema.default("generation"),
    n: wholeNumber(1, 100).default(1).meta({ description: "Images asked for in one request." }),
    size: sizeSchema.nullable().default(null).meta({ description: "Null and auto leave it to the model." }),
    quality: qualitySchema
      .nullable()
      .default(null)
      .meta({ description: "Null and auto leave it to the model." }),
    outputFormat: outputFormatSchema.nullable().default(null),
    batch: z.boolean().default(false),
    promptTokens: wholeNumber(0, 100_000)
      .default(0)
      .meta({ description: "The text input tokens that one image is billed for." }),
    inputImages: z.array(inputImageSchema).max(16).default([]),
    partialImages: wholeNumber(0, 3)
      .default(0)
      .meta({ description: "Previews streamed while an image is made." }),
    requests: wholeNumber(1, 1_000_000_000)
      .default(1)
      .meta({ description: "How many such requests the cost is for." }),
    at: dateSchema.optional().meta({ description: "The UTC date of the request. Left out: today." }),
  })
  .superRefine(({ model, size }, context) => {
    const message = size === null ? null : sizeProblem(model, size);
    if (message !== null) context.addIssue({ code: "custom", path: ["size"], message });
  })
  .meta({ id: "EstimateRequest" });

export type EstimateRequestBody = z.output<typeof estimateRequestSchema>;

/** Why a model refuses a size, with the nearest one that it makes; null where it does not, or where its rules are not known. */
function sizeProblem(model: string, size: string): string | null {
  const problems = sizeProblems(model, size);
  if (problems.length === 0) return null;
  const nearest = nearestSizeText(model, size);
  const sentences = problems.join(" ").replace(/\.$/, "");
  return nearest === null || sentences.endsWith(nearest)
    ? sentences
    : `${sentences}. Nearest legal: ${nearest}`;
}

export const estimateSchema = z
  .object({
    status: z.enum(["priced", "range", "unpriced"]),
    costUsd: usdTextSchema
      .nullable()
      .meta({ description: "All images of all requests; null without a price." }),
    perImageUsd: usdTextSchema
      .nullable()
      .meta({ description: "One image with its share of the input; null without a price." }),
    imageOutputTokens: z
      .int()
      .nullable()
      .meta({ description: "Of one image, previews included; null where output is not billed by token." }),
    range: z
      .object({ lowUsd: usdTextSchema, highUsd: usdTextSchema })
      .nullable()
      .meta({ description: "Of all requests, where size or quality is left to the model." }),
    rateCard: z
      .object({
        id: z.string(),
        provider: z.string(),
        model: z.string(),
        name: z.string(),
        validFrom: dateSchema,
        checkedOn: dateSchema,
        sourceUrl: z.string().nullable(),
        sourceKind: z.enum(["first_party", "third_party", "user_entered", "calibrated"]),
        scheme: z.enum(["tokens", "per_image", "credits", "per_call", "conditional"]),
      })
      .nullable(),
    reason: z.string().nullable().meta({ description: "Why there is no single price, as a code." }),
    explanation: z.array(z.string()),
  })
  .meta({ id: "Estimate" });

export type EstimateAnswer = z.infer<typeof estimateSchema>;

export const estimateEndpoints = {
  estimate: endpoint({
    method: "POST",
    path: "/api/v1/estimates",
    summary: "What requests would cost at the list prices that ship with the product",
    access: "public",
    body: z.union([estimateRequestSchema, z.array(estimateRequestSchema).min(1).max(100)]),
    answer: z.union([estimateSchema, z.array(estimateSchema)]),
    refusals: ["too_many_requests"],
  }),
};
