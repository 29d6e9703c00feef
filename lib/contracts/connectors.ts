import { z } from "zod";
import { CONNECTOR_KINDS } from "@/lib/connectors";
import { endpoint } from "./endpoint";
import { dateSchema, instantSchema, nameSchema, wholeNumber } from "./values";

export const connectorKindSchema = z.enum(CONNECTOR_KINDS);

const lineItemRuleSchema = z.strictObject({
  contains: z.string().trim().min(1).max(200).meta({
    description: "Found anywhere in the line item, whatever the case of its letters.",
  }),
  model: nameSchema.nullable().meta({ description: "Null: these line items are not about images." }),
});

const lineItemRulesSchema = z.array(lineItemRuleSchema).max(100, "At most 100 rules");

export const connectorRunSchema = z
  .object({
    id: z.string(),
    trigger: z.enum(["schedule", "backfill"]),
    status: z.enum(["running", "done", "waiting", "failed", "stopped"]),
    from: instantSchema,
    to: instantSchema,
    pages: z.int(),
    rowsRead: z.int(),
    rowsCreated: z.int(),
    rowsExisting: z.int(),
    rowsConflict: z.int(),
    rowsRejected: z.int(),
    rowsSkipped: z.int().meta({ description: "Rows that are not about images." }),
    rowsReported: z.int().meta({ description: "Rows of the provider's own series." }),
    rejects: z.array(z.object({ reason: z.string(), content: z.string() })),
    problem: z.string().nullable(),
    startedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: "ConnectorRun" });
export type ConnectorRun = z.infer<typeof connectorRunSchema>;

export const connectorSchema = z
  .object({
    id: z.string(),
    kind: connectorKindSchema,
    name: z.string(),
    baseUrl: z.string(),
    credentialHint: z
      .string()
      .meta({ description: "The last characters of the key. The key is never returned." }),
    intervalMinutes: z.int(),
    lineItemRules: z.array(z.object({ contains: z.string(), model: z.string().nullable() })),
    state: z.enum(["importing", "stable", "failing"]),
    paused: z.boolean(),
    reading: z.boolean().meta({ description: "A server is reading it, or is about to." }),
    problem: z.string().nullable().meta({ description: "In plain words, while it fails or waits." }),
    failingSince: instantSchema.nullable(),
    readThrough: instantSchema.nullable(),
    backfillFrom: instantSchema.nullable(),
    lastDataAt: instantSchema
      .nullable()
      .meta({ description: "The latest moment that any of its data is about." }),
    lastRunAt: instantSchema.nullable(),
    nextRunAt: instantSchema.nullable(),
    lastRun: connectorRunSchema.omit({ rejects: true }).nullable(),
    createdBy: z.string(),
    createdAt: instantSchema,
  })
  .meta({ id: "Connector" });
export type Connector = z.infer<typeof connectorSchema>;

const baseUrlSchema = z
  .url({ protocol: /^https?$/, error: "An address such as https://litellm.example.com" })
  .max(300);

const keySchema = z.string().trim().min(8, "At least 8 characters").max(500);

const intervalSchema = wholeNumber(5, 1440);

/** No source has data from before, and each month of the span is asked for. */
export const EARLIEST_DAY = "2015-01-01";
const firstDaySchema = dateSchema.refine((date) => date >= EARLIEST_DAY, `Not before ${EARLIEST_DAY}`);

export const newConnectorSchema = z
  .strictObject({
    kind: connectorKindSchema,
    name: nameSchema,
    baseUrl: baseUrlSchema.nullish().meta({ description: "Left out: the provider's own address." }),
    publicKey: keySchema.nullish().meta({ description: "For Langfuse." }),
    secretKey: keySchema,
    intervalMinutes: intervalSchema.nullish().meta({ description: "Left out: 60." }),
    backfillFrom: firstDaySchema.nullish().meta({
      description: "The first day to read, in the workspace's time zone. Left out: 30 days ago.",
    }),
  })
  .superRefine(({ kind, baseUrl, publicKey }, context) => {
    const object = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (kind === "litellm" && baseUrl == null) object("baseUrl", "Enter where your LiteLLM proxy is reached");
    if (kind === "langfuse" && publicKey == null)
      object("publicKey", "Langfuse has pairs of keys; enter both");
  });
export type NewConnector = z.input<typeof newConnectorSchema>;

export const connectorChangeSchema = z
  .strictObject({
    name: nameSchema.optional(),
    baseUrl: baseUrlSchema.optional(),
    publicKey: keySchema.nullish(),
    secretKey: keySchema.optional().meta({ description: "Replaces the stored key." }),
    intervalMinutes: intervalSchema.optional(),
    lineItemRules: lineItemRulesSchema.optional(),
    paused: z.boolean().optional(),
  })
  // A stored key is never sent to an address that somebody else has entered.
  .refine(
    ({ baseUrl, publicKey, secretKey }) =>
      secretKey !== undefined || (baseUrl === undefined && publicKey == null),
    {
      path: ["secretKey"],
      error: "Enter the key again for another address or public key",
    },
  );
export type ConnectorChange = z.input<typeof connectorChangeSchema>;

const connectorParams = z.strictObject({ connectorId: z.string().max(100) });

export const connectorEndpoints = {
  listConnectors: endpoint({
    method: "GET",
    path: "/api/v1/connectors",
    summary: "Where calls and costs are read from, and how that goes; never the keys",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(connectorSchema) }),
  }),
  createConnector: endpoint({
    method: "POST",
    path: "/api/v1/connectors",
    summary: "Connect a source; its key is tried first and kept encrypted",
    access: "manageConnectors",
    body: newConnectorSchema,
    answer: connectorSchema,
    status: 201,
    refusals: ["source_not_read"],
  }),
  updateConnector: endpoint({
    method: "PATCH",
    path: "/api/v1/connectors/{connectorId}",
    summary: "Change, pause or resume it; a new key or address is tried first",
    access: "manageConnectors",
    params: connectorParams,
    body: connectorChangeSchema,
    answer: connectorSchema,
    refusals: ["source_not_read"],
  }),
  deleteConnector: endpoint({
    method: "DELETE",
    path: "/api/v1/connectors/{connectorId}",
    summary: "Forget it with its key and what the provider reported; calls that it logged stay",
    access: "manageConnectors",
    params: connectorParams,
    status: 204,
  }),
  runConnector: endpoint({
    method: "POST",
    path: "/api/v1/connectors/{connectorId}/run",
    summary: "Read it now",
    access: "manageConnectors",
    params: connectorParams,
    answer: connectorSchema,
    status: 202,
  }),
  backfillConnector: endpoint({
    method: "POST",
    path: "/api/v1/connectors/{connectorId}/backfill",
    summary: "Read it again from a day on; what is known counts once",
    access: "manageConnectors",
    params: connectorParams,
    body: z.strictObject({ from: firstDaySchema }),
    answer: connectorSchema,
    status: 202,
  }),
  listConnectorRuns: endpoint({
    method: "GET",
    path: "/api/v1/connectors/{connectorId}/runs",
    summary: "Its latest readings, newest first, with rows that could not be read",
    access: "viewWorkspace",
    params: connectorParams,
    answer: z.object({ items: z.array(connectorRunSchema) }),
  }),
};
