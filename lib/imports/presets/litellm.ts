import type { ImportMapping } from "../mapping";
import { fieldRules, presentTags, wordsOnly, type Preset } from "./preset";

/** What LiteLLM calls requests for images; with an "a" in front where they were made asynchronously. */
const CALL_TYPES = {
  aimage_generation: "generation",
  image_generation: "generation",
  aimage_edit: "edit",
  image_edit: "edit",
  aimage_variation: "edit",
  image_variation: "edit",
};

/**
 * LiteLLM's table of spend logs, as CSV or JSON lines: one row is one request. Its `spend` comes from LiteLLM's own
 * price file, which is no charge of the provider, and is not read. Rows served from its cache reached no provider.
 * https://github.com/BerriAI/litellm/blob/main/schema.prisma, model LiteLLM_SpendLogs
 */
export const litellm: Preset = {
  id: "litellm",
  name: "LiteLLM spend logs",
  read: (sample) => {
    if (!sample.names("request_id", "call_type", "spend")) return null;
    const usage = "metadata.usage_object.";
    const asked = (name: string) =>
      sample.first(`proxy_server_request.${name}`, `proxy_server_request.body.${name}`);
    const only: ImportMapping["only"] = [
      { column: "call_type", is: "one_of", values: Object.keys(CALL_TYPES) },
      ...(sample.names("cache_hit")
        ? [{ column: "cache_hit", is: "one_of" as const, values: ["", "false", "none", "null"] }]
        : []),
    ];
    return {
      timeZone: "UTC",
      only,
      fields: fieldRules({
        id: "request_id",
        occurredAt: sample.first("startTime", "start_time"),
        model: sample.first("model", "model_group"),
        provider: sample.first("custom_llm_provider"),
        operation: { column: "call_type", translate: wordsOnly(CALL_TYPES) },
        n: asked("n"),
        size: asked("size"),
        quality: asked("quality"),
        outcome: {
          column: sample.first("status", "metadata.status"),
          translate: {
            kind: "values",
            values: { success: "succeeded", failure: "failed" },
            otherwise: "unknown",
          },
        },
        errorCode: sample.first("metadata.error_information.error_code", "error_code"),
        latencyMs: sample.first("request_duration_ms"),
        inputTokens: sample.first(`${usage}input_tokens`, `${usage}prompt_tokens`, "prompt_tokens"),
        textInputTokens: sample.first(
          `${usage}input_tokens_details.text_tokens`,
          `${usage}prompt_tokens_details.text_tokens`,
        ),
        imageInputTokens: sample.first(
          `${usage}input_tokens_details.image_tokens`,
          `${usage}prompt_tokens_details.image_tokens`,
        ),
        outputTokens: sample.first(`${usage}output_tokens`, `${usage}completion_tokens`, "completion_tokens"),
        textOutputTokens: sample.first(
          `${usage}output_tokens_details.text_tokens`,
          `${usage}completion_tokens_details.text_tokens`,
        ),
        imageOutputTokens: sample.first(
          `${usage}output_tokens_details.image_tokens`,
          `${usage}completion_tokens_details.image_tokens`,
        ),
      }),
      tags: presentTags({
        team: sample.first("metadata.user_api_key_team_alias", "team_id"),
        key: sample.first("metadata.user_api_key_alias"),
        user: sample.first("end_user", "user"),
      }),
      repeats: "count_once",
    };
  },
};
