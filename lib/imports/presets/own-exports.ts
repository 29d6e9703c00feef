import { fieldRules, presentTags, wordsOnly, type Preset } from "./preset";

const MAX_TAGS = 20;

/** The calls of a filter as this product exports them. Costs are priced anew; what was charged stays charged. */
export const ownCalls: Preset = {
  id: "own_calls",
  name: "calls exported from here",
  read: (sample) => {
    if (!sample.names("id", "occurred_at", "local_date", "cost_basis", "rate_card", "unpriced_reason"))
      return null;
    const tags = sample.membersOf("tags").slice(0, MAX_TAGS);
    const isCharged = sample.spellingsOf("cost_basis").every((basis) => basis === "charged");
    return {
      fields: fieldRules({
        id: "id",
        occurredAt: "occurred_at",
        model: "model",
        workflow: "workflow",
        stage: "stage",
        purpose: "purpose",
        provider: "provider",
        operation: "operation",
        n: "n",
        size: "size",
        quality: "quality",
        outputFormat: sample.first("output_format"),
        inputImages: sample.first("input_images"),
        partialImages: sample.first("partial_images"),
        batch: "batch",
        outcome: "outcome",
        billed: { column: "billed", translate: wordsOnly({ true: "true", false: "false", unknown: "" }) },
        httpStatus: "http_status",
        errorCode: "error_code",
        imagesReturned: "images_returned",
        imagesAccepted: "images_accepted",
        retryOf: "retry_of",
        latencyMs: "latency_ms",
        textInputTokens: "text_input_tokens",
        imageInputTokens: "image_input_tokens",
        textOutputTokens: "text_output_tokens",
        imageOutputTokens: "image_output_tokens",
        chargedUsd: isCharged && sample.has("cost_usd") ? "cost_usd" : undefined,
      }),
      tags: presentTags(Object.fromEntries(tags.map((name) => [name.slice(0, 64), `tags.${name}`]))),
      repeats: "count_once",
    };
  },
};

/** The sums of a filter by day or month, and the month reports: no row of them is a call. */
export const ownUsage: Preset = {
  id: "own_usage",
  name: "usage exported from here",
  read: (sample) =>
    sample.names("calls", "images_requested", "cost_usd", "paid_loss_usd")
      ? {
          refusal:
            "This is a usage export of this product. Each of its rows sums up the calls of a day or a month. Export the calls themselves and import these",
        }
      : null,
};
