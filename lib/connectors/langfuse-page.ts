import type { ProviderUsage, StatedCall } from "@/lib/calls";
import {
  callId,
  instantOf,
  isImageModel,
  latencyBetween,
  pictureFields,
  tagFields,
  usageFields,
  workflowField,
} from "./call-fields";
import { innerObject, isObject, type JsonObject, requireObject, requireText, textOf } from "./json-fields";
import { PageProblem, type PageReading, readItems } from "./page-reading";

/**
 * A page of Langfuse's `GET /api/public/v2/observations`. A page may hold fewer rows than asked for, even none, and still
 * name a cursor: only its absence ends the list (https://langfuse.com/docs/api-and-data-platform/features/observations-api).
 */
export function readLangfusePage(page: unknown): PageReading {
  if (!isObject(page)) throw new PageProblem("The answer is not an object");
  if (!Array.isArray(page.data)) throw new PageProblem("The answer has no list of observations (data)");
  const cursor = isObject(page.meta) ? page.meta.cursor : null;
  if (cursor !== undefined && cursor !== null && typeof cursor !== "string") {
    throw new PageProblem("The cursor (meta.cursor) is not a text");
  }
  return readItems(page.data as unknown[], cursor || null, readObservation);
}

function readObservation(item: unknown): StatedCall | null {
  const row = requireObject(item, "The observation");
  const model = textOf(row, "providedModelName");
  const details = innerObject(row, "usageDetails");
  const countsImages = Object.keys(details ?? {}).some((name) => /image/i.test(name));
  if (model === null || !(isImageModel(model) || countsImages)) return null;
  const end = textOf(row, "endTime");
  // It is still running; the next reading finds it finished.
  if (end === null) return null;

  const occurredAt = instantOf(requireText(row, "startTime"), "startTime");
  const parameters = innerObject(row, "modelParameters");
  const usage = usageOf(details);
  const metadata = innerObject(row, "metadata");
  return {
    id: callId("langfuse", requireText(row, "id")),
    occurredAt,
    model,
    operation: /edit/i.test(textOf(row, "name") ?? "") ? "edit" : "generation",
    ...pictureFields(parameters),
    outcome: row.level === "ERROR" ? "failed" : "succeeded",
    ...(row.level === "ERROR" &&
      textOf(row, "statusMessage") !== null && { errorCode: textOf(row, "statusMessage")?.slice(0, 200) }),
    latencyMs: latencyBetween(occurredAt, instantOf(end, "endTime")),
    ...(usage !== null && { usage }),
    ...workflowField(metadata, "workflow"),
    tags: tagFields({
      source: "langfuse",
      trace: row.traceId,
      user: row.userId,
      environment: row.environment,
    }),
  };
}

/** Langfuse flattens a usage object into a map; which of its keys are there depends on what logged the observation. */
function usageOf(details: JsonObject | null): ProviderUsage | null {
  if (details === null) return null;
  const first = (...names: string[]) =>
    names.map((name) => details[name]).find((value) => value !== undefined);
  return usageFields({
    input_tokens: first("input_tokens", "prompt_tokens", "input"),
    output_tokens: first("output_tokens", "completion_tokens", "output"),
    total_tokens: first("total_tokens", "total"),
    input_tokens_details: {
      text_tokens: first("input_text_tokens", "input_tokens_details.text_tokens"),
      image_tokens: first("input_image_tokens", "input_tokens_details.image_tokens"),
    },
    output_tokens_details: {
      text_tokens: first("output_text_tokens", "output_tokens_details.text_tokens"),
      image_tokens: first("output_image_tokens", "output_tokens_details.image_tokens"),
    },
  });
}
