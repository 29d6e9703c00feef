import { z } from "zod";
import { daysBetween, isDate } from "@/lib/time";
import { endpoint } from "./endpoint";
import { dateSchema, monthSchema, nameSchema, nanoUsdSchema, usdSchema } from "./values";

const leakageSchema = z
  .object({
    timeZone: nanoUsdSchema.meta({
      description:
        "Of another day: the provider's days begin at midnight in UTC, the log's at local midnight.",
    }),
    unlogged: nanoUsdSchema.meta({
      description: "Images that the provider counted and nobody logged, at the provider's price of an image.",
    }),
    notReported: nanoUsdSchema.meta({
      description:
        "Logged images that the provider did not count, at the logged price of an image. Not above zero.",
    }),
    unpriced: nanoUsdSchema.meta({ description: "Logged calls without a price." }),
    price: nanoUsdSchema.meta({ description: "The same images at another price." }),
    unexplained: nanoUsdSchema.meta({
      description: "What cannot be told apart, because the provider counts no images.",
    }),
  })
  .meta({ description: "Where the difference comes from. The parts sum to it exactly." });
export type LeakageAnswer = z.infer<typeof leakageSchema>;

const comparisonSchema = z.object({
  providerNanoUsd: nanoUsdSchema.nullable(),
  loggedNanoUsd: nanoUsdSchema,
  differenceNanoUsd: nanoUsdSchema
    .nullable()
    .meta({ description: "The provider's amount less the logged one." }),
  leakage: leakageSchema.nullable(),
  providerImages: z.int().nullable().meta({ description: "Cut at local midnights." }),
  loggedImages: z.int(),
  loggedCalls: z.int(),
  unpricedCalls: z.int(),
  unboundedCalls: z.int().meta({ description: "Unpriced calls for which no bound is known either." }),
  boundLowNanoUsd: nanoUsdSchema,
  boundHighNanoUsd: nanoUsdSchema,
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const reconciliationSchema = z
  .object({
    provider: z.string(),
    from: dateSchema,
    to: dateSchema,
    timeZone: z.string(),
    basis: z.enum(["costs", "invoices", "none"]).meta({
      description:
        "What the log is compared with: billed costs by day; where there are none, invoices of the whole months in the range.",
    }),
    reportedFrom: dateSchema.nullable().meta({
      description: "The first day in the range for which the provider states any cost.",
    }),
    reportedTo: dateSchema.nullable(),
    total: comparisonSchema,
    models: z.array(comparisonSchema.extend({ model: z.string() })),
    days: z.array(comparisonSchema.extend({ day: dateSchema, model: z.string() })),
    invoices: z.array(
      z.object({ month: monthSchema, amountNanoUsd: nanoUsdSchema, note: z.string().nullable() }),
    ),
    keys: z
      .array(
        z.object({
          projectId: z.string().nullable(),
          apiKeyId: z.string().nullable(),
          amountNanoUsd: nanoUsdSchema,
        }),
      )
      .meta({
        description:
          "What the provider bills for images, by its own projects and keys. Calls do not carry these.",
      }),
    unmapped: z
      .array(
        z.object({ connectorId: z.string(), lineItem: z.string().nullable(), amountNanoUsd: nanoUsdSchema }),
      )
      .meta({
        description:
          "Line items of which nobody has said which model they are. They are compared with nothing.",
      }),
    otherCurrencies: z.array(z.string()).meta({ description: "Currencies of amounts that are left out." }),
    refused: z.object({ conflicts: z.int(), known: z.int() }).meta({
      description: "Calls that arrived in the range under an id that was known, and were not counted again.",
    }),
  })
  .meta({ id: "Reconciliation" });
export type Reconciliation = z.infer<typeof reconciliationSchema>;

const MOST_DAYS = 92;

export const reconciliationQuerySchema = z
  .object({
    from: dateSchema,
    to: dateSchema.meta({ description: "The last day, included; at most 92 days." }),
    provider: nameSchema.default("openai"),
  })
  .superRefine(({ from, to }, context) => {
    const days = isDate(from) && isDate(to) ? daysBetween(from, to) : 0;
    const object = (message: string) => context.addIssue({ code: "custom", path: ["to"], message });
    if (days < 0) object("Not before the first day");
    if (days >= MOST_DAYS) object(`At most ${MOST_DAYS} days`);
  });

const invoiceBodySchema = z.strictObject({
  provider: nameSchema,
  month: monthSchema,
  amountUsd: usdSchema.nullable().meta({ description: "Null takes the invoice away." }),
  note: z.string().trim().max(200).nullish(),
});
export type InvoiceBody = z.input<typeof invoiceBodySchema>;

export const reconciliationEndpoints = {
  getReconciliation: endpoint({
    method: "GET",
    path: "/api/v1/reconciliation",
    summary:
      "What a provider reports beside what was logged, by day and model, with the difference taken apart",
    access: "viewWorkspace",
    query: reconciliationQuerySchema,
    answer: reconciliationSchema,
  }),
  exportReconciliation: endpoint({
    method: "GET",
    path: "/api/v1/reconciliation/export",
    summary: "The same by day and model, as CSV",
    access: "viewWorkspace",
    query: reconciliationQuerySchema,
    answerType: "text/csv",
  }),
  setInvoice: endpoint({
    method: "PUT",
    path: "/api/v1/invoices",
    summary: "Enter, change or take away what a provider billed for images in a month",
    access: "closeMonth",
    body: invoiceBodySchema,
    status: 204,
  }),
};
