import "server-only";
import { decideBilling } from "@/lib/calls";
import { priceCall, resolvePicture } from "@/lib/pricing";
import type { CheckedCall } from "./check-call";
import type { LoggingContext } from "./logging-context";

/** The columns of the table `call` that come from the call itself. */
export type CallRow = ReturnType<typeof toCallRow>;

/**
 * Lays out a call as its row: with the size and quality that came back where the request left them open, with whether
 * it is billed, and priced as such at the UTC day on which it happened.
 */
export function toCallRow(
  { call, payloadHash }: CheckedCall,
  { book, billingRules, workflowIds }: LoggingContext,
) {
  const occurredAt = new Date(call.occurredAtMs).toISOString();
  const billing = decideBilling(call, billingRules);
  const known = { ...call, on: occurredAt.slice(0, 10), billed: billing.billed };
  const picture = resolvePicture(book, known);
  known.size = picture.size;
  known.quality = picture.quality;
  const price = priceCall(book, known);
  const isPriced = price.basis !== "unpriced";
  return {
    id: call.id,
    occurred_at: occurredAt,
    workflow_id: call.workflow === null ? null : (workflowIds.get(call.workflow) ?? null),
    stage: call.stage,
    purpose: call.purpose,
    provider: call.provider,
    model: call.model,
    operation: call.operation,
    n: call.n,
    size: picture.size,
    quality: picture.quality,
    requested_size: call.size,
    requested_quality: call.quality,
    returned_size: call.returnedSize,
    returned_quality: call.returnedQuality,
    picture_basis: picture.basis,
    output_format: call.outputFormat,
    input_images: call.inputImages,
    partial_images: call.partialImages,
    batch: call.batch,
    outcome: call.outcome,
    billed: billing.billed,
    billed_basis: billing.basis,
    billing_rule_id: billing.ruleId,
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
    cost_basis: price.basis,
    cost_nano_usd: isPriced ? price.costNanoUsd.toString() : undefined,
    unpriced_reason: isPriced ? undefined : price.unpricedReason,
    bound_low_nano_usd: isPriced ? undefined : price.boundLowNanoUsd?.toString(),
    bound_high_nano_usd: isPriced ? undefined : price.boundHighNanoUsd?.toString(),
    rate_card_id: price.rateCardId,
    prompt_hash: call.promptHash,
    tags: JSON.stringify(call.tags),
    payload_hash: `\\x${payloadHash}`,
  };
}
