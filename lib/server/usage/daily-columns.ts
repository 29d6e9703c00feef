import "server-only";

/**
 * What usage_daily keeps apart, and how each column is read from a row of `call` under the alias `logged`. The write
 * path, the recount and the cut into another time zone all go by these lists, so that they cannot disagree.
 */
export const DAILY_KEYS: Readonly<Record<string, string>> = {
  local_date: "logged.local_date",
  workflow_id: "logged.workflow_id",
  stage: "logged.stage",
  purpose: "logged.purpose",
  provider: "logged.provider",
  model: "logged.model",
  operation: "logged.operation",
  size: "logged.size",
  quality: "logged.quality",
  batch: "logged.batch",
  outcome: "logged.outcome",
  is_retry: "logged.retry_of IS NOT NULL",
  cost_basis: "logged.cost_basis",
  rate_card_id: "logged.rate_card_id",
  unpriced_reason: "logged.unpriced_reason",
};

/** What usage_daily_tag keeps apart besides, read from a row of `taggedCalls`. */
export const TAG_KEYS: Readonly<Record<string, string>> = {
  tag_key: "logged.tag_key",
  tag_value: "logged.tag_value",
};

/** What both sum up, by the same rule. */
export const DAILY_SUMS: Readonly<Record<string, string>> = {
  calls: "count(*)",
  images_requested: "sum(logged.n)",
  images_returned: "sum(logged.images_returned)",
  images_accepted: "COALESCE(sum(logged.images_accepted), 0)",
  images_judged: "COALESCE(sum(logged.images_returned) FILTER (WHERE logged.images_accepted IS NOT NULL), 0)",
  billing_unknown: "count(*) FILTER (WHERE logged.billed IS NULL)",
  cost_nano_usd: "COALESCE(sum(logged.cost_nano_usd), 0)",
  paid_loss_nano_usd: "COALESCE(sum(logged.cost_nano_usd) FILTER (WHERE logged.images_returned = 0), 0)",
  unpriced_calls: "count(*) FILTER (WHERE logged.cost_nano_usd IS NULL)",
  unbounded_calls:
    "count(*) FILTER (WHERE logged.cost_nano_usd IS NULL AND logged.bound_high_nano_usd IS NULL)",
  bound_low_nano_usd: "COALESCE(sum(logged.bound_low_nano_usd), 0)",
  bound_high_nano_usd: "COALESCE(sum(logged.bound_high_nano_usd), 0)",
  text_input_tokens: "COALESCE(sum(logged.text_input_tokens), 0)",
  image_input_tokens: "COALESCE(sum(logged.image_input_tokens), 0)",
  text_output_tokens: "COALESCE(sum(logged.text_output_tokens), 0)",
  image_output_tokens: "COALESCE(sum(logged.image_output_tokens), 0)",
};

/** The latest moments among the calls of a row. */
export const DAILY_LATEST: Readonly<Record<string, string>> = {
  last_occurred_at: "max(logged.occurred_at)",
  last_received_at: "max(logged.received_at)",
};

/** The columns of `call` that all of this is read from. */
export const DAILY_SOURCE: readonly string[] = [
  ...new Set(
    [DAILY_KEYS, DAILY_SUMS, DAILY_LATEST]
      .flatMap((columns) => Object.values(columns).join(" "))
      .flatMap((expressions) => [...expressions.matchAll(/logged\.(\w+)/g)])
      .map(([, column]) => column ?? ""),
  ),
];
