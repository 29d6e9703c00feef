import { z } from "zod";
import { endpoint } from "./endpoint";
import {
  dateSchema,
  instantSchema,
  monthSchema,
  nanoUsdSchema,
  wholeNumber,
  wholeNumberText,
} from "./values";

export const MIN_KEPT_MONTHS = 1;
export const MAX_KEPT_MONTHS = 60;

const keptMonthsSchema = wholeNumber(MIN_KEPT_MONTHS, MAX_KEPT_MONTHS).meta({
  description: "How old in months the single calls of a day must be to be dropped.",
});

export const callDropSchema = z
  .object({
    id: z.string(),
    status: z.enum(["running", "stopping", "done", "stopped"]),
    isAutomatic: z.boolean().meta({ description: "Its days had become old enough; nobody asked for it." }),
    from: dateSchema,
    through: dateSchema,
    calls: z.int(),
    costNanoUsd: nanoUsdSchema,
    callsDropped: z.int(),
    doneThrough: dateSchema.nullable().meta({ description: "The last day that is finished." }),
    failure: z.string().nullable().meta({ description: "Why the last attempt ended early; it goes on." }),
    startedBy: z.string(),
    startedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: "CallDrop" });
export type CallDrop = z.infer<typeof callDropSchema>;

export const retentionSchema = z
  .object({
    keptMonths: keptMonthsSchema.nullable().meta({
      description: "Days that become older than so many months follow by themselves. Null: none do.",
    }),
    keptFrom: dateSchema.nullable().meta({
      description:
        "The single calls of earlier days are gone or going, and calls of these days are refused. Null: every call is kept.",
    }),
    firstDate: dateSchema.nullable().meta({ description: "The first day whose single calls are kept." }),
    calls: z.int().meta({ description: "How many single calls are kept." }),
    callsDropped: z.int(),
    drop: callDropSchema.nullable().meta({ description: "The latest one." }),
  })
  .meta({ id: "Retention" });
export type Retention = z.infer<typeof retentionSchema>;

/** What a preview says and whoever confirms it says back, so that nothing goes that nobody has seen. */
const confirmedSchema = z.strictObject({
  keptMonths: keptMonthsSchema,
  keptFrom: dateSchema.meta({ description: "The first day whose single calls stay." }),
  calls: z.int().min(0).meta({ description: "How many single calls go." }),
  costNanoUsd: nanoUsdSchema.meta({ description: "What they cost; it stays in every sum." }),
});

export const retentionPreviewSchema = confirmedSchema
  .extend({
    from: dateSchema.nullable().meta({ description: "The first day that goes; null where none does." }),
    through: dateSchema.nullable(),
    days: z.int(),
    unpricedCalls: z.int().meta({ description: "Calls among them that could not be priced any more." }),
    openMonths: z.array(monthSchema).meta({ description: "Months with such days that are not closed." }),
  })
  .meta({ id: "RetentionPreview" });
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;

export const dropBodySchema = confirmedSchema.extend({
  follows: z.boolean().meta({
    description: "Whether later days go by themselves once they are as old, without another question.",
  }),
});
export type DropBody = z.infer<typeof dropBodySchema>;

export const retentionEndpoints = {
  getRetention: endpoint({
    method: "GET",
    path: "/api/v1/retention",
    summary: "From which day the single calls are kept, what follows by itself, and the latest dropping",
    access: "viewWorkspace",
    answer: retentionSchema,
  }),
  previewRetention: endpoint({
    method: "GET",
    path: "/api/v1/retention/preview",
    summary: "Which single calls would be dropped at an age; nothing is dropped by this",
    access: "viewWorkspace",
    query: z.object({
      keptMonths: wholeNumberText(MIN_KEPT_MONTHS, MAX_KEPT_MONTHS),
    }),
    answer: retentionPreviewSchema,
  }),
  dropCalls: endpoint({
    method: "POST",
    path: "/api/v1/retention/drop",
    summary:
      "Drop the single calls that a preview named, for good and in the background; their sums stay. Refused when the preview is out of date",
    access: "dropCalls",
    body: dropBodySchema,
    answer: retentionSchema,
    status: 202,
  }),
  keepCalls: endpoint({
    method: "POST",
    path: "/api/v1/retention/keep",
    summary: "Keep every call from here on: stop dropping after the day at hand, and let no later day follow",
    access: "dropCalls",
    answer: retentionSchema,
  }),
};
