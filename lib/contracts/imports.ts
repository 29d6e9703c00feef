import { z } from "zod";
import type { ImportMapping } from "@/lib/imports";
import { callSchema } from "./calls";
import { endpoint } from "./endpoint";
import { instantSchema, pageSchema, timeZoneSchema, wholeNumberText } from "./values";

export const IMPORT_PART_BYTES = 4 * 1024 * 1024;
export const MAX_IMPORT_BYTES = 2 * 1024 * 1024 * 1024;

const columnSchema = z.string().min(1).max(200);

/** How one field of a call is read: from a column, translated, or else set to a stated assumption. */
export const fieldRuleSchema = z.strictObject({
  column: columnSchema.nullable(),
  translate: z
    .discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("values"),
        values: z.record(z.string().max(200), z.string().max(200)),
        /** For a value that is not listed; null rejects the line. */
        otherwise: z.string().max(200).nullable(),
      }),
      z.strictObject({
        kind: z.literal("thresholds"),
        /** Ascending; the first whose `below` exceeds the number wins. */
        steps: z
          .array(z.strictObject({ below: z.number(), value: z.string().max(200) }))
          .min(1)
          .max(20),
        otherwise: z.string().max(200),
      }),
      z.strictObject({ kind: z.literal("multiply"), by: z.number().positive().max(1e9) }),
      /** Of a list in JSON. */
      z.strictObject({ kind: z.literal("count") }),
    ])
    .nullable(),
  /** Used when there is no column or the cell is empty; null leaves the field unknown. */
  assumed: z.string().max(200).nullable(),
});

export const importMappingSchema = z
  .strictObject({
    /** Read into times that carry no offset. */
    timeZone: timeZoneSchema,
    /** Lines that fail one of these are left out. */
    only: z
      .array(
        z.strictObject({
          column: columnSchema,
          is: z.enum(["one_of", "containing"]),
          values: z.array(z.string().max(200)).min(1).max(100),
        }),
      )
      .max(10)
      .optional(),
    fields: z.partialRecord(
      z.enum([
        "id",
        "occurredAt",
        "model",
        "workflow",
        "stage",
        "purpose",
        "provider",
        "operation",
        "n",
        "size",
        "quality",
        "returnedSize",
        "returnedQuality",
        "outputFormat",
        "inputImages",
        "partialImages",
        "batch",
        "outcome",
        "billed",
        "httpStatus",
        "errorCode",
        "imagesReturned",
        "imagesAccepted",
        "retryOf",
        "latencyMs",
        "inputTokens",
        "textInputTokens",
        "imageInputTokens",
        "outputTokens",
        "textOutputTokens",
        "imageOutputTokens",
        "chargedUsd",
      ]),
      fieldRuleSchema,
    ),
    tags: z.record(z.string().min(1).max(64), columnSchema),
    /** Lines without an id that repeat another line to the letter. */
    repeats: z.enum(["count_once", "count_each"]),
  })
  .meta({ id: "ImportMapping" }) satisfies z.ZodType<ImportMapping>;

/** A way to read a file: as a kind of log that is known, as a mapping that was saved, or by the names of its columns. */
export const offeredMappingSchema = z.object({
  kind: z.enum(["preset", "saved", "columns"]),
  id: z.string(),
  name: z.string(),
  mapping: importMappingSchema,
});
export type OfferedMapping = z.infer<typeof offeredMappingSchema>;

export const savedMappingSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    columns: z.array(z.string()),
    mapping: importMappingSchema,
    createdBy: z.string(),
    updatedAt: instantSchema,
  })
  .meta({ id: "SavedImportMapping" });
export type SavedMapping = z.infer<typeof savedMappingSchema>;

export const importSchema = z
  .object({
    id: z.string(),
    fileName: z.string(),
    fileBytes: z.int(),
    uploadedBytes: z.int(),
    format: z.enum(["csv", "jsonl"]),
    encoding: z.string(),
    delimiter: z.string().nullable(),
    columns: z.array(z.string()),
    mapping: importMappingSchema.nullable(),
    compression: z.enum(["gzip"]).nullable(),
    recognisedAs: z
      .string()
      .nullable()
      .meta({ description: "The kind of log, or the saved mapping, whose mapping was proposed." }),
    status: z.enum([
      "uploading",
      "ready",
      "queued",
      "running",
      "paused",
      "done",
      "failed",
      "cancelled",
      "undoing",
      "partly_undone",
      "undone",
    ]),
    failure: z.string().nullable(),
    rowsRead: z.int(),
    rowsCreated: z.int(),
    rowsExisting: z.int(),
    rowsRepeated: z.int(),
    rowsConflict: z.int(),
    rowsRejected: z.int(),
    rowsSkipped: z.int().meta({ description: "Lines that the mapping leaves out." }),
    rowsTotal: z.int().nullable(),
    rowsUndone: z.int().meta({
      description:
        "Calls of this import that were removed again. Once it is undone, fewer than created where the single calls of old days had been dropped: these stay in the sums.",
    }),
    undoneBy: z.string().nullable(),
    undoneAt: instantSchema.nullable(),
    createdBy: z.string(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: "Import" });
export type Import = z.infer<typeof importSchema>;

export const importRejectSchema = z.object({
  line: z.int(),
  field: z.string().nullable(),
  reason: z.string(),
  content: z.string(),
});

export const importPreviewSchema = z.object({
  rows: z.array(
    z.discriminatedUnion("status", [
      z.object({ status: z.literal("call"), line: z.int(), call: callSchema }),
      z.object({ status: z.literal("left_out"), line: z.int() }),
      z.object({
        status: z.literal("rejected"),
        line: z.int(),
        field: z.string().nullable(),
        reason: z.string(),
        content: z.string(),
      }),
    ]),
  ),
  /** Cells of the first lines as they stand in the file. */
  raw: z.array(z.record(z.string(), z.string())),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

const importParams = z.strictObject({ importId: z.string().max(100) });

export const importEndpoints = {
  listImports: endpoint({
    method: "GET",
    path: "/api/v1/imports",
    summary: "Imported files, newest first",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(importSchema) }),
  }),
  createImport: endpoint({
    method: "POST",
    path: "/api/v1/imports",
    summary: "Begin an import; the file follows in parts",
    access: "recordCalls",
    body: z.strictObject({
      fileName: z.string().min(1).max(255),
      fileBytes: z.int().min(1).max(MAX_IMPORT_BYTES),
    }),
    answer: importSchema,
    status: 201,
  }),
  uploadPart: endpoint({
    method: "PUT",
    path: "/api/v1/imports/{importId}/parts/{position}",
    summary: "One part of the file, counted from 0; sending a part again replaces it",
    access: "recordCalls",
    params: importParams.extend({ position: wholeNumberText(0, 100_000) }),
    rawBody: ["application/octet-stream"],
    answer: importSchema,
  }),
  inspectImport: endpoint({
    method: "POST",
    path: "/api/v1/imports/{importId}/inspect",
    summary:
      "After the last part: recognise format, encoding, columns and the kind of log, and propose a mapping",
    access: "recordCalls",
    params: importParams,
    answer: z.object({
      import: importSchema,
      proposed: importMappingSchema,
      offered: z.array(offeredMappingSchema).min(1),
      raw: importPreviewSchema.shape.raw,
    }),
  }),
  previewImport: endpoint({
    method: "POST",
    path: "/api/v1/imports/{importId}/preview",
    summary: "The first lines as a mapping would read them",
    access: "recordCalls",
    params: importParams,
    body: z.strictObject({ mapping: importMappingSchema }),
    answer: importPreviewSchema,
  }),
  startImport: endpoint({
    method: "POST",
    path: "/api/v1/imports/{importId}/start",
    summary: "Read the whole file in the background",
    access: "recordCalls",
    params: importParams,
    body: z.strictObject({ mapping: importMappingSchema }),
    answer: importSchema,
    status: 202,
  }),
  getImport: endpoint({
    method: "GET",
    path: "/api/v1/imports/{importId}",
    summary: "How far an import is",
    access: "viewWorkspace",
    params: importParams,
    answer: importSchema,
  }),
  cancelImport: endpoint({
    method: "POST",
    path: "/api/v1/imports/{importId}/cancel",
    summary: "Stop an import; calls already counted stay",
    access: "recordCalls",
    params: importParams,
    answer: importSchema,
  }),
  pauseImport: endpoint({
    method: "POST",
    path: "/api/v1/imports/{importId}/pause",
    summary: "Stop reading for now; the file is kept",
    access: "recordCalls",
    params: importParams,
    answer: importSchema,
  }),
  resumeImport: endpoint({
    method: "POST",
    path: "/api/v1/imports/{importId}/resume",
    summary: "Go on with a paused import where it stopped",
    access: "recordCalls",
    params: importParams,
    answer: importSchema,
  }),
  undoImport: endpoint({
    method: "POST",
    path: "/api/v1/imports/{importId}/undo",
    summary: "Remove the calls that this import created, in the background; none of a closed month",
    access: "recordCalls",
    params: importParams,
    answer: importSchema,
    status: 202,
    refusals: ["month_closed"],
  }),
  listRejects: endpoint({
    method: "GET",
    path: "/api/v1/imports/{importId}/rejects",
    summary: "Lines that could not become calls, and why",
    access: "viewWorkspace",
    params: importParams,
    query: z.object({
      cursor: z.string().max(100).optional(),
      limit: wholeNumberText(1, 500).default(50),
    }),
    answer: pageSchema(importRejectSchema),
  }),
  listImportMappings: endpoint({
    method: "GET",
    path: "/api/v1/import-mappings",
    summary: "Mappings that were saved under a name, by name",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(savedMappingSchema) }),
  }),
  saveImportMapping: endpoint({
    method: "POST",
    path: "/api/v1/import-mappings",
    summary: "Save a mapping under a name; it takes the place of one that has this name",
    access: "recordCalls",
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      columns: z.array(columnSchema).min(1).max(500),
      mapping: importMappingSchema,
    }),
    answer: savedMappingSchema,
  }),
  deleteImportMapping: endpoint({
    method: "DELETE",
    path: "/api/v1/import-mappings/{mappingId}",
    summary: "Forget a saved mapping; imports that used it stay as they are",
    access: "recordCalls",
    params: z.strictObject({ mappingId: z.string().max(100) }),
    status: 204,
  }),
  exportRejects: endpoint({
    method: "GET",
    path: "/api/v1/imports/{importId}/rejects.csv",
    summary: "The rejected lines as a file",
    access: "viewWorkspace",
    params: importParams,
    answerType: "text/csv",
  }),
};
