import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { ImportMapping } from "@/lib/imports";

/** The columns of a public trace of image requests (GenTD26), of which the ones below are read. */
const COLUMNS = [
  "gmt_create",
  "predict_type",
  "predict_status",
  "exec_time_seconds",
  "groupId",
  "num_images_per_prompt",
  "num_inference_steps",
] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

export const TIME_ZONE = "Asia/Shanghai";
export const MODEL = "gpt-image-2";
export const SIZE = "1024x1024";
/** No request of the trace was one to this model: size, model and quality are assumptions, the same on both sides. */
export const MAPPING: ImportMapping = {
  timeZone: TIME_ZONE,
  fields: {
    occurredAt: { column: "gmt_create", translate: null, assumed: null },
    model: { column: null, translate: null, assumed: MODEL },
    size: { column: null, translate: null, assumed: SIZE },
    operation: {
      column: "predict_type",
      translate: { kind: "values", values: { TXT_2_IMG: "generation" }, otherwise: "edit" },
      assumed: null,
    },
    outcome: {
      column: "predict_status",
      translate: {
        kind: "values",
        values: { SUCCEED: "succeeded", FAILED: "failed" },
        otherwise: "unknown",
      },
      assumed: null,
    },
    n: { column: "num_images_per_prompt", translate: null, assumed: null },
    latencyMs: { column: "exec_time_seconds", translate: { kind: "multiply", by: 1000 }, assumed: null },
    quality: {
      column: "num_inference_steps",
      translate: {
        kind: "thresholds",
        steps: [
          { below: 28, value: "low" },
          { below: 40, value: "medium" },
        ],
        otherwise: "high",
      },
      assumed: null,
    },
  },
  tags: { group: "groupId" },
  repeats: "count_once",
};

/** A request as it stands in the file, in the words that the product has for it. Worked out without the product's own reader. */
export interface LoggedRequest {
  /** The moment in the time zone of the log, to the second. */
  localTime: string;
  day: string;
  operation: "generation" | "edit";
  outcome: "succeeded" | "failed" | "unknown";
  n: number;
  quality: "low" | "medium" | "high" | null;
  latencyMs: number;
  group: string;
}

export interface RequestLog {
  fileName: string;
  bytes: Buffer;
  lines: number;
  /** Lines that repeat an earlier one to the letter. */
  repeats: number;
  /** Every line once. */
  requests: LoggedRequest[];
}

/** The log at a path, or in the folder at it. */
export function readRequestLog(path: string): RequestLog {
  const file = statSync(path).isDirectory() ? findLog(path) : path;
  const bytes = readFileSync(file);
  const rows: string[][] = parse(bytes);
  const [header = [], ...lines] = rows;
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(", ")}.`);
  const unique = [...new Map(lines.map((cells) => [JSON.stringify(cells), cells])).values()];
  return {
    fileName: "requests.csv",
    bytes,
    lines: lines.length,
    repeats: lines.length - unique.length,
    requests: unique.map((cells) =>
      readRequest(Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])) as Row),
    ),
  };
}

function findLog(folder: string): string {
  const logs = readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => join(folder, name))
    .filter((file) => readFileSync(file, "utf8").slice(0, 1000).startsWith(`${COLUMNS[0]},`));
  const [log] = logs;
  if (log === undefined || logs.length > 1)
    throw new Error(`${folder} holds ${logs.length} logs of requests.`);
  return log;
}

function readRequest(row: Row): LoggedRequest {
  return {
    localTime: row.gmt_create,
    day: row.gmt_create.slice(0, "2024-11-15".length),
    operation: row.predict_type === "TXT_2_IMG" ? "generation" : "edit",
    outcome: outcomeOf(row.predict_status),
    n: row.num_images_per_prompt === "" ? 1 : Number(row.num_images_per_prompt),
    quality: row.num_inference_steps === "" ? null : qualityOf(Number(row.num_inference_steps)),
    latencyMs: Math.round(Number(row.exec_time_seconds) * 1000),
    group: row.groupId,
  };
}

function outcomeOf(status: string): LoggedRequest["outcome"] {
  if (status === "SUCCEED") return "succeeded";
  return status === "FAILED" ? "failed" : "unknown";
}

function qualityOf(steps: number): LoggedRequest["quality"] {
  if (steps < 28) return "low";
  return steps < 40 ? "medium" : "high";
}
