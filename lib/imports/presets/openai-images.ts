import { OPERATIONS, plainValue } from "../known-values";
import type { Translation } from "../mapping";
import type { FileSample } from "./file-sample";
import { fieldRules, type Preset } from "./preset";

/**
 * Responses of OpenAI's Images API, a line each: by themselves, beside their requests as {request, response}, or as a
 * batch returns them. A response names no model, so a file without requests leaves the model to be stated.
 * https://developers.openai.com/api/docs/api-reference/images
 */
export const openaiImages: Preset = {
  id: "openai_images",
  name: "OpenAI image responses",
  read: (sample) => {
    const answer = ["response.body.", "response.", "body.", ""].find((prefix) => isAnswer(sample, prefix));
    if (answer === undefined) return null;
    const isBatch = answer === "response.body." && sample.has("custom_id");
    const asked = ["request.body.", "request."].find((prefix) => sample.has(`${prefix}prompt`)) ?? "request.";
    const usage = `${answer}usage.`;
    const images = { column: sample.first(`${answer}data`), translate: { kind: "count" } as const };
    const fields = fieldRules({
      id: sample.first("response.request_id", "request_id", "custom_id", "id", `${answer}id`),
      occurredAt: sample.first(
        "timestamp",
        "occurred_at",
        "created_at",
        "request.created_at",
        `${answer}created`,
      ),
      model: sample.first(`${asked}model`, "model", `${answer}model`),
      operation: operationOf(sample),
      n: sample.first(`${asked}n`) ?? images,
      size: sample.first(`${asked}size`),
      quality: sample.first(`${asked}quality`),
      partialImages: sample.first(`${asked}partial_images`),
      returnedSize: sample.first(`${answer}size`),
      returnedQuality: sample.first(`${answer}quality`),
      outputFormat: sample.first(`${answer}output_format`, `${asked}output_format`),
      imagesReturned: images,
      httpStatus: sample.first("response.status_code", "status_code", "status"),
      errorCode: sample.first(`${answer}error.code`, "error.code"),
      latencyMs: sample.first("latency_ms", "duration_ms"),
      inputTokens: sample.first(`${usage}input_tokens`),
      textInputTokens: sample.first(`${usage}input_tokens_details.text_tokens`),
      imageInputTokens: sample.first(`${usage}input_tokens_details.image_tokens`),
      outputTokens: sample.first(`${usage}output_tokens`),
      textOutputTokens: sample.first(`${usage}output_tokens_details.text_tokens`),
      imageOutputTokens: sample.first(`${usage}output_tokens_details.image_tokens`),
    });
    if (isBatch) fields.batch = { column: null, translate: null, assumed: "true" };
    return { fields, tags: {}, repeats: "count_once" };
  },
};

function isAnswer(sample: FileSample, prefix: string): boolean {
  return (
    sample.has(`${prefix}created`) &&
    (sample.has(`${prefix}usage.output_tokens`) || sample.valuesOf(`${prefix}data`).some(isListOfImages))
  );
}

function isListOfImages(data: string): boolean {
  return /^\[\s*\{\s*"(b64_json|url|revised_prompt)"/.test(data);
}

function operationOf(sample: FileSample) {
  const column = sample.first("request.url", "request.endpoint", "url", "endpoint", "request.path");
  if (column === undefined) return undefined;
  const known = sample.spellingsOf(column).flatMap((value): [string, string][] => {
    const operation = OPERATIONS[plainValue(value.replace(/^https?:\/\/[^/]+/, ""))];
    return operation === undefined ? [] : [[value, operation]];
  });
  const translate: Translation = { kind: "values", values: Object.fromEntries(known), otherwise: null };
  return known.length === 0 ? undefined : { column, translate };
}
