import "server-only";
import { priceCall } from "@/lib/pricing";
import type { CheckedCall } from "./check-call";
import type { LoggingContext } from "./logging-context";

/** The columns of the table `call` that come from the call itself. */
export type CallRow = ReturnType<typeof toCallRow>;

/** Prices a call at the UTC day on which it happened and lays it out as its row. */
export function toCallRow({ call, payloadHash }: CheckedCall, { book, workflowIds }: LoggingContext) {
  const occurredAt = new Date(call.occurredAtMs).toISOString();
  const price = priceCall(book, { ...call, on: occurredAt.slice(0, 10) });
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
    size: call.size,
    quality: call.quality,
    batch: call.batch,
    outcome: call.outcome,
    billed: call.billed,
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
