import "server-only";
import type { CheckedCall } from "./check-call";
import { decideCall } from "./decide-call";
import type { LoggingContext } from "./logging-context";

/** The columns of the table `call` that come from the call itself. */
export type CallRow = ReturnType<typeof toCallRow>;

/**
 * Lays out a call as its row: with the size and quality that came back where the request left them open, with whether
 * it is billed, and priced as such at the UTC day on which it happened.
 */
export function toCallRow({ call, payloadHash }: CheckedCall, { tariff, workflowIds }: LoggingContext) {
  const decided = decideCall(tariff, call);
  return {
    id: call.id,
    occurred_at: call.occurredAt,
    workflow_id: call.workflow === null ? null : (workflowIds.get(call.workflow) ?? null),
    stage: call.stage,
    purpose: call.purpose,
    provider: call.provider,
    model: call.model,
    operation: call.operation,
    n: call.n,
    size: decided.size,
    quality: decided.quality,
    requested_size: call.size,
    requested_quality: call.quality,
    returned_size: call.returnedSize,
    returned_quality: call.returnedQuality,
    picture_basis: decided.pictureBasis,
    output_format: call.outputFormat,
    input_images: call.inputImages,
    partial_images: call.partialImages,
    batch: call.batch,
    outcome: call.outcome,
    billed: decided.billed,
    billed_basis: decided.billedBasis,
    billing_rule_id: decided.billingRuleId,
    http_status: call.httpStatus,
    error_code: call.errorCode,
    images_returned: call.imagesReturned,
    images_accepted: call.imagesAccepted,
    retry_of: call.retryOf,
    latency_ms: call.latencyMs,
    text_input_tokens: call.usage?.textInputTokens,
    image_input_tokens: call.usage?.imageInputTokens,
    text_output_tokens: call.usage?.textOutputTokens,
    image_output_tokens: call.usage?.imageOutputTokens,
    charged_nano_usd: call.chargedNanoUsd?.toString(),
    cost_basis: decided.costBasis,
    cost_nano_usd: decided.costNanoUsd?.toString(),
    unpriced_reason: decided.unpricedReason,
    bound_low_nano_usd: decided.boundLowNanoUsd?.toString(),
    bound_high_nano_usd: decided.boundHighNanoUsd?.toString(),
    rate_card_id: decided.rateCardId,
    prompt_hash: call.promptHash,
    tags: JSON.stringify(call.tags),
    payload_hash: `\\x${payloadHash}`,
  };
}
