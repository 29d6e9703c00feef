import { z } from "zod";
import { endpoint } from "./endpoint";
import {
  costBasisSchema,
  dateSchema,
  idSchema,
  instantSchema,
  nameSchema,
  nanoUsdSchema,
  operationSchema,
  outcomeSchema,
  outputFormatSchema,
  pageSchema,
  purposeSchema,
  qualitySchema,
  sizeSchema,
  stageSchema,
  unitUsdSchema,
  unpricedReasonSchema,
  wholeNumber,
  wholeNumberText,
} from "./values";
import { tagFilterSchema } from "./tag-filter";
import { valueListSchema } from "./value-list";

const tokenCountSchema = wholeNumber(0, 100_000_000).nullish();

const inputDetailsSchema = z.strictObject({
  text_tokens: tokenCountSchema,
  image_tokens: tokenCountSchema,
  cached_tokens: tokenCountSchema,
});

const outputDetailsSchema = inputDetailsSchema.omit({ cached_tokens: true });

/** What chats count besides; it is taken and counts for nothing of its own. */
const chatCounts = { audio_tokens: tokenCountSchema, reasoning_tokens: tokenCountSchema };

/** The provider's own usage object. Details are optional, as some endpoints leave them out. */
export const providerUsageSchema = z
  .strictObject({
    input_tokens: tokenCountSchema,
    input_tokens_details: inputDetailsSchema.nullish(),
    output_tokens: tokenCountSchema,
    output_tokens_details: outputDetailsSchema.nullish(),
    prompt_tokens: tokenCountSchema,
    prompt_tokens_details: inputDetailsSchema.extend(chatCounts).nullish(),
    completion_tokens: tokenCountSchema,
    completion_tokens_details: outputDetailsSchema.extend(chatCounts).nullish(),
    total_tokens: tokenCountSchema,
  })
  .meta({
    description:
      "The provider's own usage object, as returned, with its own names or those that gateways take over from chats (prompt_tokens, completion_tokens). Without details the output counts as image tokens, the input of an edit as image tokens and the input of a generation as text tokens.",
  });
export type ProviderUsage = z.infer<typeof providerUsageSchema>;

export const callSchema = z
  .strictObject({
    id: idSchema.meta({
      description: "Your id of the request. The same id counts once, whatever else a retry carries.",
    }),
    occurredAt: instantSchema,
    model: nameSchema,
    workflow: nameSchema.nullish().meta({ description: "A name that nobody defined creates the workflow." }),
    stage: stageSchema.nullish(),
    purpose: purposeSchema.nullish().meta({ description: "Left out: customer." }),
    provider: nameSchema.nullish().meta({ description: "Left out: openai." }),
    operation: operationSchema.nullish().meta({ description: "Left out: generation." }),
    n: wholeNumber(1, 100).nullish().meta({ description: "Images asked for. Left out: 1." }),
    size: sizeSchema.nullish().meta({
      description:
        "As asked for, or as returned. Left out or auto, it is found by returnedSize or by the tokens; else the price is a range.",
    }),
    quality: qualitySchema.nullish().meta({
      description:
        "As asked for, or as returned. Left out or auto, it is found by returnedQuality or by the tokens; else the price is a range.",
    }),
    returnedSize: sizeSchema
      .nullish()
      .meta({ description: "What the response says was made. It is believed before what was asked for." }),
    returnedQuality: qualitySchema
      .nullish()
      .meta({ description: "What the response says was made. It is believed before what was asked for." }),
    outputFormat: outputFormatSchema.nullish(),
    inputImages: wholeNumber(0, 100)
      .nullish()
      .meta({ description: "Reference images that were sent along." }),
    partialImages: wholeNumber(0, 10)
      .nullish()
      .meta({ description: "Previews that were streamed. Left out: none that anybody knows of." }),
    batch: z.boolean().nullish().meta({ description: "Sent through a batch API. Left out: false." }),
    outcome: outcomeSchema.nullish().meta({
      description:
        "Left out: failed when the status is 400 or above or there is an error code, else succeeded.",
    }),
    billed: z.boolean().nullish().meta({
      description:
        "Whether the provider bills the call. Left out or null, it follows from the rest: true when it was charged, put out tokens or succeeded; false when the charge is zero; else by the first billing rule that applies, the workspace's own before the defaults, which take requests for not billed that are refused up front where a source says so (401, 429, a used-up quota, the error code moderation_blocked:input, 422 at Ideogram). Where no rule says it, it is unknown and the cost is given as bounds.",
    }),
    httpStatus: wholeNumber(100, 599).nullish(),
    errorCode: z.string().max(200).nullish(),
    imagesReturned: wholeNumber(0, 100)
      .nullish()
      .meta({ description: "Left out: n when the call succeeded, else 0." }),
    imagesAccepted: wholeNumber(0, 100).nullish().meta({ description: "How many of them were good enough." }),
    retryOf: idSchema.nullish().meta({ description: "The id of the call that this one repeats." }),
    latencyMs: wholeNumber(0, 86_400_000).nullish(),
    usage: providerUsageSchema.nullish(),
    chargedUsd: unitUsdSchema
      .nullish()
      .meta({ description: "What the provider says it charged. It beats every price." }),
    promptHash: z.string().max(128).nullish(),
    tags: z.record(z.string().min(1).max(64), z.string().max(256)).nullish(),
  })
  .meta({
    id: "Call",
    description:
      "One API request for images, as its caller logged it. Null says the same as leaving a field out.",
  });
export type CallInput = z.infer<typeof callSchema>;

export const MAX_CALLS_PER_REQUEST = 10_000;

export const ingestBodySchema = z.strictObject({
  // Items are checked one by one, so that a bad one does not spoil the others.
  calls: z.array(z.unknown()).min(1).max(MAX_CALLS_PER_REQUEST),
});

export const ingestResultSchema = z.object({
  id: z.string().nullable(),
  status: z.enum(["created", "exists", "conflict", "invalid"]),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type IngestResult = z.infer<typeof ingestResultSchema>;

export const ingestAnswerSchema = z.object({
  results: z.array(ingestResultSchema),
  counts: z.object({ created: z.int(), exists: z.int(), conflict: z.int(), invalid: z.int() }),
});
export type IngestAnswer = z.infer<typeof ingestAnswerSchema>;

/** What says whether a call is billed, the first that says anything. */
const billedBasisSchema = z
  .enum(["stated", "charged", "tokens", "succeeded", "rule", "unknown"])
  .meta({ description: "What says whether the call is billed." });

export const loggedCallSchema = z
  .object({
    id: z.string(),
    occurredAt: instantSchema,
    localDate: dateSchema,
    workflow: z.string().nullable(),
    workflowName: z.string().nullable(),
    stage: stageSchema.nullable(),
    purpose: purposeSchema,
    provider: z.string(),
    model: z.string(),
    operation: operationSchema,
    n: z.int(),
    size: z.string().nullable().meta({ description: "What was made, as far as it is known." }),
    quality: z.string().nullable().meta({ description: "What was made, as far as it is known." }),
    requestedSize: z.string().nullable(),
    requestedQuality: z.string().nullable(),
    returnedSize: z.string().nullable(),
    returnedQuality: z.string().nullable(),
    pictureBasis: z.enum(["stated", "returned", "tokens"]).nullable().meta({
      description:
        "How size and quality were found: as stated, as returned, or from the tokens. Null where one of them is still open.",
    }),
    outputFormat: z.string().nullable(),
    inputImages: z.int().nullable(),
    partialImages: z.int().nullable(),
    batch: z.boolean(),
    outcome: outcomeSchema,
    billed: z.boolean().nullable().meta({ description: "Null: nobody knows." }),
    billedBasis: billedBasisSchema,
    billingRuleId: z.string().nullable(),
    httpStatus: z.int().nullable(),
    errorCode: z.string().nullable(),
    imagesReturned: z.int(),
    imagesAccepted: z.int().nullable(),
    retryOf: z.string().nullable(),
    latencyMs: z.int().nullable(),
    textInputTokens: z.int().nullable(),
    imageInputTokens: z.int().nullable(),
    textOutputTokens: z.int().nullable(),
    imageOutputTokens: z.int().nullable(),
    costBasis: costBasisSchema,
    costNanoUsd: nanoUsdSchema.nullable(),
    unpricedReason: z.string().nullable(),
    boundLowNanoUsd: nanoUsdSchema.nullable(),
    boundHighNanoUsd: nanoUsdSchema.nullable(),
    rateCardId: z.string().nullable(),
    promptHash: z.string().nullable(),
    tags: z.record(z.string(), z.string()),
  })
  .meta({ id: "LoggedCall" });
export type LoggedCall = z.infer<typeof loggedCallSchema>;

const yesOrNoSchema = z.enum(["yes", "no"]);

/**
 * Filters that the call list, the usage series and the totals share, so that one filter means one set of calls. Each
 * dimension takes a value, several or all but some.
 */
export const callFilterSchema = z.object({
  from: dateSchema.optional(),
  to: dateSchema.optional().meta({ description: "The last day, included." }),
  workflow: valueListSchema(
    z.string().max(200),
    "The name that calls carry; none for calls without one.",
  ).optional(),
  stage: valueListSchema(
    z.enum([...stageSchema.options, "none"]),
    `One of ${stageSchema.options.join(", ")}; none for calls without one.`,
  ).optional(),
  purpose: valueListSchema(purposeSchema, `One of ${purposeSchema.options.join(", ")}.`).optional(),
  provider: valueListSchema(z.string().max(200), "The provider.").optional(),
  model: valueListSchema(z.string().max(200), "The model.").optional(),
  operation: valueListSchema(operationSchema, `One of ${operationSchema.options.join(", ")}.`).optional(),
  size: valueListSchema(z.string().max(20), "The value; none for calls without one.").optional(),
  quality: valueListSchema(z.string().max(20), "The value; none for calls without one.").optional(),
  outcome: valueListSchema(outcomeSchema, `One of ${outcomeSchema.options.join(", ")}.`).optional(),
  batch: valueListSchema(yesOrNoSchema, "Sent through a batch API: yes or no.").optional(),
  retry: valueListSchema(yesOrNoSchema, "Repeats another call: yes or no.").optional(),
  costBasis: valueListSchema(costBasisSchema, `One of ${costBasisSchema.options.join(", ")}.`).optional(),
  unpricedReason: valueListSchema(
    z.enum([...unpricedReasonSchema.options, "none"]),
    `Why a call has no price, one of ${unpricedReasonSchema.options.join(", ")}; none for calls that have one.`,
  ).optional(),
  tag: tagFilterSchema.optional(),
});
export type CallFilter = z.infer<typeof callFilterSchema>;

export const callListQuerySchema = callFilterSchema.extend({
  cursor: z.string().max(300).optional(),
  limit: wholeNumberText(1, 500).default(50),
});

export const conflictListQuerySchema = callListQuerySchema.pick({ cursor: true, limit: true });

export const callConflictSchema = z.object({
  callId: z.string(),
  receivedAt: instantSchema,
  payload: z.record(z.string(), z.unknown()),
});

export const callEndpoints = {
  recordCalls: endpoint({
    method: "POST",
    path: "/api/v1/calls",
    summary: "Log calls: JSON or NDJSON, gzip allowed, up to 10,000 a request; one result per call, in order",
    access: "recordCalls",
    body: ingestBodySchema,
    describedBody: z.strictObject({ calls: z.array(callSchema).min(1).max(MAX_CALLS_PER_REQUEST) }),
    rawBody: ["application/json", "application/x-ndjson"],
    answer: ingestAnswerSchema,
    refusals: ["too_many_requests"],
  }),
  listCalls: endpoint({
    method: "GET",
    path: "/api/v1/calls",
    summary: "Logged calls, newest first, a page at a time",
    access: "viewWorkspace",
    query: callListQuerySchema,
    answer: pageSchema(loggedCallSchema),
  }),
  getCall: endpoint({
    method: "GET",
    path: "/api/v1/calls/{callId}",
    summary: "One logged call",
    access: "viewWorkspace",
    params: z.strictObject({ callId: idSchema }),
    answer: loggedCallSchema,
  }),
  listConflicts: endpoint({
    method: "GET",
    path: "/api/v1/calls/conflicts",
    summary: "Calls that came again under a known id with another payload, and were refused",
    access: "viewWorkspace",
    query: conflictListQuerySchema,
    answer: pageSchema(callConflictSchema),
  }),
};
