import type { FileSample } from "./file-sample";
import { fieldRules, imageModelsOnly, inSmallLetters, presentTags, type Preset } from "./preset";

/**
 * Requests exported from Helicone: one row is one request. Size, quality and the number of images stand in the bodies,
 * which an export has when it is asked for them; its costs are Helicone's own reckoning and are not read.
 * https://github.com/Helicone/helicone, packages/llm-mapper/types.ts
 */
export const helicone: Preset = {
  id: "helicone",
  name: "Helicone requests",
  read: (sample) => {
    const model = sample.first("request_model", "request_body.model", "model", "response_model");
    if (!sample.names("request_id", "request_created_at", "response_status") || !model) return null;
    const path = sample.first("request_path", "target_url");
    const answer = "response_body.";
    const usage = `${answer}usage.`;
    const provider = sample.first("provider");
    const images = { column: sample.first(`${answer}data`), translate: { kind: "count" } as const };
    return {
      timeZone: "UTC",
      only: [
        path === undefined
          ? imageModelsOnly(model)
          : { column: path, is: "containing", values: ["/images/", "image"] },
      ],
      fields: fieldRules({
        id: "request_id",
        occurredAt: "request_created_at",
        model,
        provider: {
          column: provider,
          translate: provider ? inSmallLetters(sample.spellingsOf(provider)) : null,
        },
        operation: path === undefined ? undefined : { column: path, translate: operations(sample, path) },
        n: sample.first("request_body.n"),
        size: sample.first("request_body.size"),
        quality: sample.first("request_body.quality"),
        partialImages: sample.first("request_body.partial_images"),
        returnedSize: sample.first(`${answer}size`),
        returnedQuality: sample.first(`${answer}quality`),
        outputFormat: sample.first(`${answer}output_format`, "request_body.output_format"),
        imagesReturned: images,
        httpStatus: "response_status",
        errorCode: sample.first(`${answer}error.code`),
        latencyMs: sample.first("delay_ms"),
        inputTokens: sample.first(`${usage}input_tokens`, "prompt_tokens"),
        textInputTokens: sample.first(`${usage}input_tokens_details.text_tokens`),
        imageInputTokens: sample.first(`${usage}input_tokens_details.image_tokens`),
        outputTokens: sample.first(`${usage}output_tokens`, "completion_tokens"),
        textOutputTokens: sample.first(`${usage}output_tokens_details.text_tokens`),
        imageOutputTokens: sample.first(`${usage}output_tokens_details.image_tokens`),
      }),
      tags: presentTags({ user: sample.first("request_user_id"), ...properties(sample) }),
      repeats: "count_once",
    };
  },
};

/** Whatever starts from a picture is an edit. */
function operations(sample: FileSample, path: string) {
  const edits = sample.spellingsOf(path).filter((value) => /\/images\/(edits|variations)/.test(value));
  const values = Object.fromEntries(edits.map((value) => [value, "edit"]));
  return { kind: "values" as const, values, otherwise: "generation" };
}

const MAX_PROPERTIES = 10;

/** Properties are what its users tell requests apart by. */
function properties(sample: FileSample): Record<string, string> {
  const column = sample.first("request_properties") ?? "properties";
  const names = ["request_properties", column].flatMap((each) =>
    sample.membersOf(each).map((name) => [name.slice(0, 64), `${each}.${name}`] as const),
  );
  return Object.fromEntries(names.filter(([name]) => name !== "").slice(0, MAX_PROPERTIES));
}
