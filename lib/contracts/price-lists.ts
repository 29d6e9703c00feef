import { z } from "zod";
import { endpoint } from "./endpoint";
import { priceDateSchema, rateCardSchema } from "./prices";
import { dateSchema, idSchema, instantSchema, nameSchema } from "./values";

/** LiteLLM's file is about two megabytes, and its quotation marks are escaped once more on the way. */
const LIST_LIMIT_BYTES = 6 * 1024 * 1024;

const formatSchema = z.enum(["litellm", "portkey"], { error: "One of litellm, portkey" });

export const priceListBodySchema = z.strictObject({
  content: z
    .string()
    .min(1, "The list is empty")
    .meta({ description: "The price list itself, as the text of its JSON file." }),
  format: formatSchema.nullish().meta({ description: "Found out from the content where it is left out." }),
  provider: nameSchema.nullish().meta({ description: "Whose prices these are, for Portkey's format." }),
  name: z.string().trim().min(1).max(60),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: "An address that begins with https://" })
    .max(500)
    .nullish(),
  checkedOn: priceDateSchema,
  validFrom: priceDateSchema,
});
export type PriceListBody = z.infer<typeof priceListBodySchema>;

const unreadRowSchema = z.object({ row: z.string(), reason: z.string() });

export const cardChangeSchema = z
  .object({
    id: z.string(),
    status: z.enum(["added", "changed", "same"]),
    card: rateCardSchema,
    current: rateCardSchema.nullable(),
    fields: z.array(
      z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .meta({ id: "PriceListChange" });
export type CardChangeAnswer = z.infer<typeof cardChangeSchema>;

export const priceListPreviewSchema = z
  .object({
    format: formatSchema,
    readRows: z.int(),
    otherRows: z.int(),
    changes: z.array(cardChangeSchema),
    missing: z.array(z.object({ provider: z.string(), model: z.string() })),
    unread: z.array(unreadRowSchema),
  })
  .meta({ id: "PriceListPreview" });
export type PriceListPreview = z.infer<typeof priceListPreviewSchema>;

export const priceListSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    format: formatSchema,
    sourceUrl: z.string().nullable(),
    checkedOn: dateSchema,
    createdAt: instantSchema,
    createdBy: z.string(),
    /** Prices that the list states, and how many of them the workspace uses. */
    statedCards: z.int(),
    usedCards: z.int(),
    unreadRows: z.int(),
  })
  .meta({ id: "PriceList" });
export type PriceListSummary = z.infer<typeof priceListSchema>;

const statementSchema = z.object({
  source: z.string(),
  sourceUrl: z.string().nullable(),
  checkedOn: dateSchema,
  cardId: z.string(),
  price: z.string().nullable(),
  basis: z.enum(["stated", "computed", "dearest"]),
  isUsed: z.boolean(),
});

export const disagreementSchema = z
  .object({
    provider: z.string(),
    model: z.string(),
    meter: z.string(),
    unit: z
      .enum(["million tokens", "image", "call", "credit", "credits an image"])
      .nullable()
      .meta({ description: "What the price is for. US dollars." }),
    first: statementSchema,
    second: statementSchema,
    ratio: z.string().nullable(),
  })
  .meta({ id: "PriceDisagreement" });
export type DisagreementAnswer = z.infer<typeof disagreementSchema>;

export const priceListEndpoints = {
  previewPriceList: endpoint({
    method: "POST",
    path: "/api/v1/price-lists/preview",
    summary: "What a price list would add and change; nothing is kept",
    access: "editPrices",
    body: priceListBodySchema,
    bodyLimitBytes: LIST_LIMIT_BYTES,
    answer: priceListPreviewSchema,
  }),
  applyPriceList: endpoint({
    method: "POST",
    path: "/api/v1/price-lists",
    summary: "Keep a price list, and use the chosen of its prices from a date on",
    access: "editPrices",
    body: priceListBodySchema.extend({
      chosen: z
        .array(z.string().min(1).max(450))
        .max(2000)
        .meta({ description: "Ids of the preview's changes. None: the list is kept for comparing only." }),
    }),
    bodyLimitBytes: LIST_LIMIT_BYTES,
    answer: priceListSchema,
    status: 201,
    refusals: ["already_exists"],
  }),
  listPriceLists: endpoint({
    method: "GET",
    path: "/api/v1/price-lists",
    summary: "The price lists that were brought in",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(priceListSchema) }),
  }),
  removePriceList: endpoint({
    method: "DELETE",
    path: "/api/v1/price-lists/{priceListId}",
    summary: "Take a price list back with every price taken from it, while nothing was computed with them",
    access: "editPrices",
    params: z.strictObject({ priceListId: idSchema }),
    status: 204,
    refusals: ["in_use"],
  }),
  listDisagreements: endpoint({
    method: "GET",
    path: "/api/v1/price-disagreements",
    summary: "Where two sources state different prices for the same model",
    access: "viewWorkspace",
    answer: z.object({ on: dateSchema, items: z.array(disagreementSchema) }),
  }),
};
