import { z } from "zod";
import type { BillingTerms, PriceCondition, RateCard, RateCardPrices } from "@/lib/pricing";
import { endpoint } from "./endpoint";
import { priceImpactSchema } from "./price-impact";
import { rateCardProblems } from "./rate-card-problems";
import {
  dateSchema,
  nameSchema,
  outputFormatSchema,
  qualitySchema,
  sizeSchema,
  unitPriceSchema,
  wholeNumber,
} from "./values";

const multiplierSchema = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,6})?$/, "A factor such as 1 or 1.2")
  .refine((value) => Number(value) > 0, "The factor must be above zero");

export const tokenRatesSchema = z.strictObject({
  textInput: unitPriceSchema.nullable(),
  cachedTextInput: unitPriceSchema.nullable(),
  imageInput: unitPriceSchema.nullable(),
  cachedImageInput: unitPriceSchema.nullable(),
  imageOutput: unitPriceSchema.nullable(),
  textOutput: unitPriceSchema.nullable(),
});

/** A size of a price list; "any" stands for every size that it does not name. */
const listedSizeSchema = z.union([sizeSchema, z.literal("any")], {
  error: "A size such as 1024x1024, auto, or any",
});
const listedQualitySchema = z.union([qualitySchema, z.literal("any")], {
  error: "A quality such as high, auto, or any",
});

export const imagePriceSchema = z.strictObject({
  size: listedSizeSchema,
  quality: listedQualitySchema,
  price: unitPriceSchema,
});

/** A list in which each key has one entry: of two, nobody could say which holds. */
const listOf = <Entry extends z.ZodType>(
  entry: Entry,
  keyOf: (value: z.output<Entry>) => string,
  message: string,
) =>
  z
    .array(entry)
    .min(1)
    .max(200)
    .refine((entries) => new Set(entries.map(keyOf)).size === entries.length, message);

const pictureListSchema = <Entry extends z.ZodType<{ size: string; quality: string }>>(entry: Entry) =>
  listOf(entry, ({ size, quality }) => `${size} ${quality}`, "Each size and quality may appear once");

export const creditTierSchema = z.strictObject({
  maxLongEdge: wholeNumber(1, 100_000).nullable(),
  quality: listedQualitySchema,
  credits: unitPriceSchema,
});
const creditTiersSchema = listOf(
  creditTierSchema,
  ({ maxLongEdge, quality }) => `${maxLongEdge} ${quality}`,
  "Each tier and quality may appear once",
);

const tokensPerImageSchema = wholeNumber(1, 1_000_000);
const outputTokensSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("gpt-image-2") }),
  z.strictObject({
    kind: z.literal("table"),
    entries: pictureListSchema(
      z.strictObject({ size: sizeSchema, quality: qualitySchema, tokens: tokensPerImageSchema }),
    ),
    isPartial: z.literal(true).optional().meta({
      description: "The model also makes pictures that the table does not name: one left open has no range.",
    }),
  }),
  z.strictObject({
    kind: z.literal("priced_table"),
    entries: pictureListSchema(
      z.strictObject({
        size: sizeSchema,
        quality: qualitySchema,
        tokens: tokensPerImageSchema,
        price: unitPriceSchema,
      }),
    ),
  }),
  z.strictObject({ kind: z.literal("unknown") }),
]);

export const billingTermsSchema = z.strictObject({
  currency: z.strictObject({
    code: z.string().regex(/^[A-Z]{3}$/, "A currency code such as USD"),
    usdPerUnit: unitPriceSchema.refine(
      (value) => Number(value) > 0,
      "What one unit is worth in US dollars must be above zero",
    ),
  }),
  minimumCharge: unitPriceSchema.nullable(),
  partialImage: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("tokens"), tokens: wholeNumber(1, 100_000) }),
      z.strictObject({ kind: z.literal("price"), price: unitPriceSchema }),
    ])
    .nullable(),
  inputImagePrice: unitPriceSchema.nullable(),
  inputBilledPer: z.enum(["image", "request"]),
}) satisfies z.ZodType<BillingTerms>;

const plainSchemes = {
  tokens: z.strictObject({
    scheme: z.literal("tokens"),
    standard: tokenRatesSchema,
    batch: tokenRatesSchema.nullable(),
    outputTokens: outputTokensSchema,
    multiplier: multiplierSchema,
  }),
  per_image: z.strictObject({
    scheme: z.literal("per_image"),
    standard: pictureListSchema(imagePriceSchema),
    batch: pictureListSchema(imagePriceSchema).nullable(),
    multiplier: multiplierSchema,
  }),
  credits: z.strictObject({
    scheme: z.literal("credits"),
    pricePerCredit: unitPriceSchema,
    standard: creditTiersSchema,
    batch: creditTiersSchema.nullable(),
    autoBilledAs: qualitySchema.nullable(),
    multiplier: multiplierSchema,
  }),
  per_call: z.strictObject({
    scheme: z.literal("per_call"),
    price: unitPriceSchema,
    batchPrice: unitPriceSchema.nullable(),
    multiplier: multiplierSchema,
  }),
};

const someOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(50).nullable();

export const priceConditionSchema = z
  .strictObject({
    sizes: someOf(sizeSchema),
    orientations: someOf(z.enum(["square", "landscape", "portrait"])),
    minPixels: wholeNumber(1, 1_000_000_000).nullable(),
    maxPixels: wholeNumber(1, 1_000_000_000).nullable(),
    qualities: someOf(qualitySchema),
    formats: someOf(outputFormatSchema),
  })
  .refine(({ minPixels, maxPixels }) => minPixels === null || maxPixels === null || minPixels <= maxPixels, {
    path: ["maxPixels"],
    error: "Not below the fewest pixels",
  }) satisfies z.ZodType<PriceCondition>;

const terms = { terms: billingTermsSchema.optional() };

export const rateCardPricesSchema = z.discriminatedUnion("scheme", [
  plainSchemes.tokens.extend(terms),
  plainSchemes.per_image.extend(terms),
  plainSchemes.credits.extend(terms),
  plainSchemes.per_call.extend(terms),
  z.strictObject({
    scheme: z.literal("conditional"),
    rules: z
      .array(
        z.strictObject({
          when: priceConditionSchema,
          prices: z.discriminatedUnion("scheme", [
            plainSchemes.tokens,
            plainSchemes.per_image,
            plainSchemes.credits,
            plainSchemes.per_call,
          ]),
        }),
      )
      .min(1)
      .max(50),
    multiplier: multiplierSchema,
    ...terms,
  }),
]) satisfies z.ZodType<RateCardPrices>;

export const rateCardSchema = z
  .strictObject({
    id: z.string(),
    origin: z.enum(["catalogue", "workspace"]),
    provider: nameSchema,
    model: nameSchema,
    name: z.string(),
    validFrom: dateSchema,
    validTo: dateSchema.nullable(),
    sourceUrl: z.string().nullable(),
    sourceKind: z.enum(["first_party", "third_party", "user_entered", "calibrated"]),
    checkedOn: dateSchema,
    shutdownOn: dateSchema.nullable(),
    notes: z.string().nullable(),
    prices: rateCardPricesSchema,
  })
  .meta({ id: "RateCard" }) satisfies z.ZodType<RateCard>;

/** Further away no price holds, and calendar arithmetic around it would leave the calendar. */
export const priceDateSchema = dateSchema.refine(
  (date) => date >= "2000-01-01" && date <= "2199-12-31",
  "A day between the years 2000 and 2199",
);

/**
 * A price of a workspace's own. It may be open-ended: it then ends the day before the next one of the same provider and
 * model begins. Two that state days in common are refused.
 */
export const rateCardBodySchema = z
  .strictObject({
    provider: nameSchema,
    model: nameSchema,
    name: z.string().trim().min(1).max(100),
    validFrom: priceDateSchema,
    validTo: priceDateSchema.nullish().meta({
      description: "The first day on which it is no longer valid. Left out: until the next begins.",
    }),
    sourceUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullish(),
    sourceKind: z.enum(["user_entered", "calibrated"]).optional(),
    checkedOn: priceDateSchema,
    shutdownOn: priceDateSchema
      .nullish()
      .meta({ description: "The first day on which the model can no longer be called." }),
    notes: z.string().max(1000).nullish(),
    prices: rateCardPricesSchema,
  })
  .superRefine((body, context) => {
    for (const { path, message } of rateCardProblems(body)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });
export type RateCardBody = z.infer<typeof rateCardBodySchema>;

const rateCardParams = z.strictObject({ rateCardId: z.string().max(100) });

export const priceEndpoints = {
  listRateCards: endpoint({
    method: "GET",
    path: "/api/v1/rate-cards",
    summary: "The catalogue and the workspace's own prices",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(rateCardSchema) }),
  }),
  createRateCard: endpoint({
    method: "POST",
    path: "/api/v1/rate-cards",
    summary: "Add a price of the workspace's own, valid from a date",
    access: "editPrices",
    body: rateCardBodySchema,
    answer: rateCardSchema,
    status: 201,
    refusals: ["already_exists", "overlapping_dates"],
  }),
  previewRateCard: endpoint({
    method: "POST",
    path: "/api/v1/rate-cards/preview",
    summary: "What a price would change in scenarios, budgets and logged calls, without saving it",
    access: "viewWorkspace",
    body: rateCardBodySchema,
    answer: priceImpactSchema,
    refusals: ["already_exists", "overlapping_dates"],
  }),
  getRateCardRemoval: endpoint({
    method: "GET",
    path: "/api/v1/rate-cards/{rateCardId}/impact",
    summary: "What removing a price of the workspace's own would change, and whether it may be removed",
    access: "viewWorkspace",
    params: rateCardParams,
    answer: priceImpactSchema.extend({
      inUse: z.string().nullable().meta({ description: "Why it has to stay; null when it may go." }),
    }),
  }),
  deleteRateCard: endpoint({
    method: "DELETE",
    path: "/api/v1/rate-cards/{rateCardId}",
    summary: "Remove a price that nothing was rated with",
    access: "editPrices",
    params: rateCardParams,
    status: 204,
    refusals: ["in_use"],
  }),
};
