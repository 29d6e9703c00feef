import { fieldRules, imageModelsOnly, presentTags, type Preset } from "./preset";

/**
 * Observations exported from Langfuse. Only its generations are requests, and of these only those of models that make
 * images; the costs in it are Langfuse's own reckoning and are not read.
 * https://github.com/langfuse/langfuse, fern/apis/server/definition
 */
export const langfuse: Preset = {
  id: "langfuse",
  name: "Langfuse observations",
  read: (sample) => {
    const startTime = sample.first("startTime", "start_time");
    const model = sample.first("providedModelName", "provided_model_name", "model");
    const trace = sample.first("traceId", "trace_id");
    if (!sample.names("id", "type") || !startTime || !model || !trace) return null;
    const asked = (name: string) =>
      sample.first(`modelParameters.${name}`, `model_parameters.${name}`, `input.${name}`);
    const used = (...names: readonly string[]) =>
      sample.first(
        ...names.flatMap((name) => [`usageDetails.${name}`, `usage_details.${name}`, `usage.${name}`]),
      );
    return {
      timeZone: "UTC",
      only: [{ column: "type", is: "one_of", values: ["generation"] }, imageModelsOnly(model)],
      fields: fieldRules({
        id: "id",
        occurredAt: startTime,
        model,
        n: asked("n"),
        size: asked("size"),
        quality: asked("quality"),
        outcome: {
          column: sample.first("level"),
          translate: { kind: "values", values: { ERROR: "failed" }, otherwise: "succeeded" },
        },
        latencyMs: { column: sample.first("latency"), translate: { kind: "multiply", by: 1000 } },
        inputTokens: used("input_tokens", "input"),
        textInputTokens: used("input_text_tokens", "input_tokens_details.text_tokens"),
        imageInputTokens: used("input_image_tokens", "input_tokens_details.image_tokens"),
        outputTokens: used("output_tokens", "output"),
        textOutputTokens: used("output_text_tokens", "output_tokens_details.text_tokens"),
        imageOutputTokens: used("output_image_tokens", "output_tokens_details.image_tokens"),
      }),
      tags: presentTags({
        user: sample.first("userId", "user_id"),
        environment: sample.first("environment"),
      }),
      repeats: "count_once",
    };
  },
};
