import type { z } from "zod";
import type { LoggedCall } from "@/lib/contracts/calls";
import { tagKeyOf } from "@/lib/contracts/tag-filter";
import { type UsageDimension, usageDimensionSchema, type UsageGrouping } from "@/lib/contracts/usage";
import type { Stage, unpricedReasonSchema } from "@/lib/contracts/values";

/** What the coded values of a call are called on the screens. */

export const STAGE_WORDS: Record<Stage, string> = {
  prototype: "Prototype",
  pilot: "Pilot",
  production: "Production",
};

export const PURPOSE_WORDS: Record<LoggedCall["purpose"], string> = {
  customer: "For customers",
  qa: "QA",
  prompt_tuning: "Prompt tuning",
  internal: "Internal",
};

export const OPERATION_WORDS: Record<LoggedCall["operation"], string> = {
  generation: "Generation",
  edit: "Edit",
};

export const OUTCOME_WORDS: Record<LoggedCall["outcome"], string> = {
  succeeded: "Succeeded",
  failed: "Failed",
  timed_out: "Timed out",
  unknown: "Unknown",
};

export const BASIS_WORDS: Record<LoggedCall["costBasis"], string> = {
  charged: "As charged",
  usage: "By observed usage",
  rate_card: "By rate card",
  not_billed: "Not billed",
  unpriced: "Unpriced",
};

export const UNPRICED_REASON_WORDS: Record<z.infer<typeof unpricedReasonSchema>, string> = {
  unknown_model: "No price for the model",
  billing_unknown: "Billed or not is unknown",
  size_unknown: "Size is unknown",
  quality_unknown: "Quality is unknown",
  size_not_priced: "No price for the size",
  no_batch_price: "No batch price",
  output_tokens_unknown: "Tokens are unknown",
  token_price_unknown: "A token price is missing",
  format_unknown: "File format is unknown",
  input_images_unknown: "Reference images are unknown",
  no_rule_matches: "No price rule applies",
};

const DIMENSION_WORDS: Record<UsageDimension, string> = {
  workflow: "Workflow",
  stage: "Stage",
  purpose: "Purpose",
  provider: "Provider",
  model: "Model",
  operation: "Operation",
  size: "Size",
  quality: "Quality",
  outcome: "Outcome",
  batch: "Batch",
  retry: "Retry",
  costBasis: "How it was priced",
  unpricedReason: "Why it has no price",
};

/** What a dimension is called; with `isWithin`, in the middle of a sentence. A tag's key is never changed. */
export function dimensionWord(dimension: UsageGrouping, isWithin = false): string {
  const key = tagKeyOf(dimension);
  if (key !== null) return `${isWithin ? "tag" : "Tag"} ${key}`;
  const word = DIMENSION_WORDS[usageDimensionSchema.parse(dimension)];
  return isWithin ? word.toLowerCase() : word;
}

const WORDS: Partial<Record<UsageGrouping, Readonly<Record<string, string>>>> = {
  stage: { ...STAGE_WORDS, none: "No stage" },
  purpose: PURPOSE_WORDS,
  operation: OPERATION_WORDS,
  outcome: OUTCOME_WORDS,
  batch: { yes: "Batch API", no: "Not in a batch" },
  retry: { yes: "Retries", no: "First attempts" },
  costBasis: BASIS_WORDS,
  unpricedReason: { ...UNPRICED_REASON_WORDS, none: "Has a price" },
};

/** The word for a coded value; names from the log, such as workflows and models, stand for themselves. */
export function valueWord(dimension: UsageGrouping, value: string): string {
  return WORDS[dimension]?.[value] ?? (dimension === "size" ? sizeWord(value) : value);
}

/** 1024x1024 as 1024×1024. */
export function sizeWord(value: string): string {
  return /^\d+x\d+$/.test(value) ? value.replace("x", "×") : value;
}
