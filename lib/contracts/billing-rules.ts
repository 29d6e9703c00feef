import { z } from "zod";
import { endpoint } from "./endpoint";
import { nameSchema, wholeNumber } from "./values";

/** As many as somebody can keep in order by hand. */
const MAX_BILLING_RULES = 100;

const statusSchema = wholeNumber(100, 599).nullish();

/** One rule as it is entered. What is left out is no condition. */
export const billingRuleBodySchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^brl_[0-9a-f-]{36}$/, "The id of a rule, or none for a new one")
      .nullish()
      .meta({
        description:
          "Of a rule that is kept; a new one has none. A rule with another condition or verdict than before gets a new one.",
      }),
    provider: nameSchema.nullish(),
    outcome: z.enum(["failed", "timed_out", "unknown"]).nullish(),
    httpStatusFrom: statusSchema,
    httpStatusTo: statusSchema.meta({ description: "Included." }),
    errorCode: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^*]*\*?$/, "A star may only stand at the end")
      .nullish()
      .meta({ description: "The code itself, or its beginning followed by a star." }),
    verdict: z.enum(["billed", "not_billed", "unknown"]),
    note: z.string().trim().max(500).nullish(),
    sourceUrl: z
      .url({ protocol: /^https?$/, error: "An address that begins with https://" })
      .max(500)
      .nullish(),
  })
  .superRefine((rule, context) => {
    const object = (path: keyof typeof rule, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const { provider, outcome, httpStatusFrom, httpStatusTo, errorCode } = rule;
    if ([provider, outcome, httpStatusFrom, httpStatusTo, errorCode].every((value) => value == null)) {
      object("provider", "Say for which calls: a provider, an outcome, a status or an error code");
    }
    if (errorCode === "*") object("errorCode", "Write what the codes begin with before the star");
    if (httpStatusFrom != null && httpStatusTo != null && httpStatusFrom > httpStatusTo) {
      object("httpStatusTo", `Not before ${httpStatusFrom}`);
    }
  })
  .meta({ id: "BillingRuleBody" });
export type BillingRuleBody = z.input<typeof billingRuleBodySchema>;

export const billingRulesBodySchema = z.strictObject({
  items: z
    .array(billingRuleBodySchema)
    .max(MAX_BILLING_RULES, `At most ${MAX_BILLING_RULES} rules`)
    .superRefine((items, context) => {
      const ids = new Set<string>();
      items.forEach(({ id }, index) => {
        if (id != null && ids.has(id)) {
          context.addIssue({ code: "custom", path: [index, "id"], message: "Two rules have this id" });
        }
        if (id != null) ids.add(id);
      });
    }),
  revision: z.string().max(100).nullish().meta({
    description:
      "The revision that was read: the list is refused if somebody has changed it since. Left out, it is not asked.",
  }),
});

const billingRuleSchema = z
  .object({
    id: z.string(),
    provider: z.string().nullable(),
    outcome: z.enum(["failed", "timed_out", "unknown"]).nullable(),
    httpStatusFrom: z.int().nullable(),
    httpStatusTo: z.int().nullable(),
    errorCode: z.string().nullable(),
    verdict: z.enum(["billed", "not_billed", "unknown"]),
    note: z.string().nullable(),
    sourceUrl: z.string().nullable(),
  })
  .meta({
    id: "BillingRule",
    description:
      "Whether calls that did not succeed are billed. Every condition that is given must hold; null leaves it open.",
  });

const billingRuleListSchema = z.object({
  items: z
    .array(billingRuleSchema)
    .meta({ description: "The workspace's own, the first that applies decides." }),
  defaults: z.array(billingRuleSchema).meta({ description: "What applies where none of its own does." }),
  revision: z.string(),
});
export type BillingRuleList = z.infer<typeof billingRuleListSchema>;

export const billingRuleEndpoints = {
  listBillingRules: endpoint({
    method: "GET",
    path: "/api/v1/billing-rules",
    summary: "The rules by which failed calls count as billed, not billed or unknown",
    access: "viewWorkspace",
    answer: billingRuleListSchema,
  }),
  replaceBillingRules: endpoint({
    method: "PUT",
    path: "/api/v1/billing-rules",
    summary: "Replace the workspace's own billing rules; they hold for calls logged from then on",
    access: "editPrices",
    body: billingRulesBodySchema,
    answer: billingRuleListSchema,
  }),
};
