import { z } from "zod";
import { callFilterSchema } from "./calls";
import { endpoint } from "./endpoint";
import { reportedMonthSchema } from "./overview";
import { dateSchema, idSchema, nanoUsdSchema } from "./values";

/** What can be explained, with the parameters that each needs and those that it may have. */
const FILTER = Object.keys(callFilterSchema.shape);
const CALLS = { needs: [], takes: [...FILTER, "rateCard", "by"] };
const FORECAST = { needs: ["month"], takes: ["workflow", "stage"] };
const MONTH = { needs: ["month"], takes: [] };
const SCENARIO = { needs: ["scenarioId"], takes: [] };
const SUBJECTS = {
  call: { needs: ["call"], takes: [] },
  usage: CALLS,
  rework: CALLS,
  paid_losses: CALLS,
  cost_per_image: { needs: [], takes: [...FILTER, "rateCard"] },
  forecast: FORECAST,
  forecast_to_date: FORECAST,
  variance: FORECAST,
  outlook: MONTH,
  budget_left: MONTH,
  planned_per_image: MONTH,
  scenario_total: SCENARIO,
  scenario_average_month: SCENARIO,
  scenario_month: { needs: ["scenarioId", "month"], takes: [] },
} as const satisfies Record<string, { needs: readonly string[]; takes: readonly string[] }>;

type Subject = keyof typeof SUBJECTS;
const subjectSchema = z.enum(Object.keys(SUBJECTS) as [Subject, ...Subject[]]);

/** By what a sum of calls can be taken apart. */
export const CALL_BREAKDOWNS = [
  "month",
  "rateCard",
  "workflow",
  "stage",
  "model",
  "size",
  "quality",
  "purpose",
  "outcome",
  "day",
  "call",
] as const;
export const callBreakdownSchema = z.enum(CALL_BREAKDOWNS);
export type CallBreakdown = z.infer<typeof callBreakdownSchema>;

export const explanationQuerySchema = z
  .object({
    subject: subjectSchema.meta({
      description:
        "What to explain. call: one logged call. usage, rework, paid_losses, cost_per_image: of the calls that the filter selects. forecast, forecast_to_date, variance, outlook, budget_left, planned_per_image: of a month. scenario_…: of a scenario as it is saved, at the prices of its months.",
    }),
    ...callFilterSchema.shape,
    rateCard: z.string().max(100).optional().meta({
      description: "The id of the rate card that calls were priced with; none for calls without one.",
    }),
    by: callBreakdownSchema.optional().meta({
      description: "By what to take a sum of calls apart. Left out: the first that tells the calls apart.",
    }),
    month: reportedMonthSchema.optional(),
    call: idSchema.optional().meta({ description: "The id of a logged call." }),
    scenarioId: z.string().max(100).optional(),
  })
  .superRefine((query, context) => {
    const { needs, takes } = SUBJECTS[query.subject];
    const known = new Set<string>(["subject", ...needs, ...takes]);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && !known.has(name)) {
        context.addIssue({ code: "custom", path: [name], message: `It does not apply to ${query.subject}` });
      }
    }
    const given = new Set(
      Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : name)),
    );
    for (const name of needs) {
      if (!given.has(name)) {
        context.addIssue({ code: "custom", path: [name], message: `${query.subject} needs it` });
      }
    }
  });
export type ExplanationQuery = z.infer<typeof explanationQuerySchema>;

const citedCardSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    origin: z.enum(["catalogue", "workspace"]),
    provider: z.string(),
    model: z.string(),
    validFrom: dateSchema,
    validTo: dateSchema.nullable(),
    checkedOn: dateSchema,
    sourceUrl: z.string().nullable(),
    sourceKind: z.enum(["first_party", "third_party", "user_entered", "calibrated"]),
    multiplier: z.string(),
  })
  .meta({ id: "CitedRateCard" });

export const derivationSchema = z.object({
  title: z.string(),
  /** Null: not known. It is then bounded where a bound is known, and in no sum. */
  amountNanoUsd: nanoUsdSchema.nullable(),
  bounds: z
    .object({ lowNanoUsd: nanoUsdSchema.nullable(), highNanoUsd: nanoUsdSchema.nullable() })
    .nullable(),
  formula: z.string(),
  inputs: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      unit: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  rateCards: z.array(citedCardSchema),
  rounding: z.string(),
  notes: z.array(z.string()),
  get steps() {
    return z.array(derivationSchema);
  },
  stepsMake: z.enum(["sum", "difference", "values"]).meta({
    description:
      "How the steps lead to the amount: they add up to it exactly, the first less the others is it, or they are values of the formula. Steps without an amount are counted apart.",
  }),
  more: explanationQuerySchema
    .nullable()
    .meta({ description: "The query that answers with this amount taken apart further." }),
  otherways: z.array(z.object({ label: z.string(), question: explanationQuerySchema })).meta({
    description: "Queries that take the same amount apart in other ways.",
  }),
});
z.globalRegistry.add(derivationSchema, {
  id: "Derivation",
  description:
    "How an amount came about: its formula with the values put in, prices with their sources, and parts.",
});
export type DerivationAnswer = z.infer<typeof derivationSchema>;

export const explanationSchema = z
  .object({
    derivation: derivationSchema,
    text: z.string().meta({ description: "The same as plain text, to paste anywhere." }),
  })
  .meta({ id: "Explanation" });

export const explanationEndpoints = {
  getExplanation: endpoint({
    method: "GET",
    path: "/api/v1/explanations",
    summary:
      "How an amount came about: formula, values, rate cards with sources and dates, rounding and parts",
    access: "viewWorkspace",
    query: explanationQuerySchema,
    answer: explanationSchema,
  }),
};
