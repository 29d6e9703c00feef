import type { StatedCall } from "@/lib/calls";
import {
  callId,
  instantOf,
  isImageModel,
  pictureFields,
  tagFields,
  usageFields,
  workflowField,
} from "./call-fields";
import { innerObject, isObject, type JsonObject, requireObject, requireText, textOf } from "./json-fields";
import { PageProblem, type PageReading, readItems } from "./page-reading";

export const HELICONE_PAGE_ROWS = 100;

/** The status that Helicone gives a request while it runs. */
const PENDING = -2;

/**
 * A page of Helicone's `POST /v1/request/query-clickhouse`, asked for from an offset on. Fields: HeliconeRequest in
 * Helicone/helicone, packages/llm-mapper/types.ts. Its own cost is not read: it is a calculation, and not a bill.
 */
export function readHeliconePage(page: unknown, offset: number): PageReading {
  if (!isObject(page)) throw new PageProblem("The answer is not an object");
  if (typeof page.error === "string" && page.error !== "") {
    throw new PageProblem(`Helicone says: ${page.error.slice(0, 200)}`);
  }
  if (!Array.isArray(page.data)) throw new PageProblem("The answer has no list of requests (data)");
  const rows = page.data as unknown[];
  const next = rows.length < HELICONE_PAGE_ROWS ? null : String(offset + rows.length);
  return readItems(rows, next, readRequest);
}

function readRequest(item: unknown): StatedCall | null {
  const row = requireObject(item, "The request");
  const model = textOf(row, "response_model") ?? textOf(row, "request_model") ?? textOf(row, "model");
  const path = textOf(row, "request_path") ?? "";
  if (!/\/images\/(generations|edits|variations)/.test(path) && !(model !== null && isImageModel(model)))
    return null;

  const request = innerObject(row, "request_body");
  const response = innerObject(row, "response_body");
  const mapped = innerObject(innerObject(row, "llmSchema") ?? {}, "request");
  const usage = usageFields(response && innerObject(response, "usage"));
  const status = row.response_status;
  // It has no answer yet; the next reading finds one.
  if (status === null || status === undefined || status === PENDING) return null;
  const asked = { ...pictureFields(mapped), ...pictureFields(request) };
  const returned = pictureFields(response);
  const provider = textOf(row, "provider")?.toLowerCase();
  const properties = innerObject(row, "request_properties");
  return {
    id: callId("helicone", requireText(row, "request_id")),
    occurredAt: instantOf(requireText(row, "request_created_at"), "request_created_at"),
    model: model ?? requireText(request ?? {}, "model"),
    ...(provider !== undefined && provider !== "custom" && { provider }),
    operation: /\/images\/edits/.test(path) ? "edit" : "generation",
    ...asked,
    ...(returned.size !== undefined && { returnedSize: returned.size }),
    ...(returned.quality !== undefined && { returnedQuality: returned.quality }),
    ...statusFields(status),
    ...imagesReturned(response, asked.n ?? null),
    ...(Number.isInteger(row.delay_ms) &&
      (row.delay_ms as number) >= 0 && { latencyMs: row.delay_ms as number }),
    ...(usage !== null && { usage }),
    ...workflowField(properties, "Workflow", "workflow"),
    tags: tagFields({
      ...properties,
      source: "helicone",
      user: row.request_user_id,
    }),
  };
}

/** Helicone writes negative statuses for requests that never got an answer from the provider. */
function statusFields(status: unknown): Partial<StatedCall> {
  const isHttp = typeof status === "number" && Number.isInteger(status) && status >= 100 && status <= 599;
  return isHttp ? { httpStatus: status } : { outcome: "unknown" };
}

/** Where the request's number of images was not logged, as many were asked for as came. */
function imagesReturned(response: JsonObject | null, n: number | null): Partial<StatedCall> {
  const count = Array.isArray(response?.data) ? response.data.length : null;
  if (count === null || count > 100) return {};
  return { imagesReturned: count, ...(n === null && count > 0 && { n: count }) };
}
