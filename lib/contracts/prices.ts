import { z } from "zod";
import type { RateCard, RateCardPrices } from "@/lib/pricing";
import { endpoint } from "./endpoint";
import { dateSchema, nameSchema, qualitySchema, sizeSchema, unitUsdSchema } from "./values";

const multiplierSchema = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,6})?$/, "A factor such as 1 or 1.2")
  .refine((value) => Number(value) > 0, "The factor must be above zero");

export const tokenRatesSchema = z.strictObject({
  textInput: unitUsdSchema.nullable(),
  cachedTextInput: unitUsdSchema.nullable(),
  imageInput: unitUsdSchema.nullable(),
  cachedImageInput: unitUsdSchema.nullable(),
  imageOutput: unitUsdSchema.nullable(),
  textOutput: unitUsdSchema.nullable(),
});

export const imagePriceSchema = z.strictObject({
  size: sizeSchema,
  quality: qualitySchema,
  usd: unitUsdSchema,
});

/** A list by size and quality, in which each pair has one entry: of two, nobody could say which holds. */
const pictureListSchema = <Entry extends z.ZodType<{ size: string; quality: string }>>(entry: Entry) =>
  z
    .array(entry)
    .min(1)
    .max(200)
    .refine(
      (entries) => new Set(entries.map(({ size, quality }) => `${size} ${quality}`)).size === entries.length,
      "Each size and quality may appear once",
    );

export const rateCardPricesSchema = z.discriminatedUnion("scheme", [
  z.strictObject({
    scheme: z.literal("tokens"),
    standard: tokenRatesSchema,
    batch: tokenRatesSchema.nullable(),
    outputTokens: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("gpt-image-2") }),
      z.strictObject({
        kind: z.literal("table"),
        entries: pictureListSchema(
          z.strictObject({
            size: sizeSchema,
            quality: qualitySchema,
            tokens: z.int().min(1).max(1_000_000),
          }),
        ),
      }),
      z.strictObject({
        kind: z.literal("priced_table"),
        entries: pictureListSchema(
          z.strictObject({
            size: sizeSchema,
            quality: qualitySchema,
            tokens: z.int().min(1).max(1_000_000),
            usd: unitUsdSchema,
          }),
        ),
      }),
      z.strictObject({ kind: z.literal("unknown") }),
    ]),
    multiplier: multiplierSchema,
  }),
  z.strictObject({
    scheme: z.literal("per_image"),
    standard: pictureListSchema(imagePriceSchema),
    batch: pictureListSchema(imagePriceSchema).nullable(),
    multiplier: multiplierSchema,
  }),
  z.strictObject({
    scheme: z.literal("per_call"),
    usd: unitUsdSchema,
    batchUsd: unitUsdSchema.nullable(),
    multiplier: multiplierSchema,
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

export const rateCardBodySchema = z.strictObject({
  provider: nameSchema,
  model: nameSchema,
  name: z.string().trim().min(1).max(100),
  validFrom: dateSchema,
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish(),
  checkedOn: dateSchema,
  notes: z.string().max(1000).nullish(),
  prices: rateCardPricesSchema,
});
export type RateCardBody = z.infer<typeof rateCardBodySchema>;

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
  }),
  deleteRateCard: endpoint({
    method: "DELETE",
    path: "/api/v1/rate-cards/{rateCardId}",
    summary: "Remove a price that nothing was rated with",
    access: "editPrices",
    params: z.strictObject({ rateCardId: z.string().max(100) }),
    status: 204,
  }),
};
