import "server-only";
import type { LoggedCall } from "@/lib/contracts/calls";
import { Prisma } from "@/lib/server/generated/prisma/client";

export type LoggedCallRow = Omit<LoggedCall, "occurredAt"> & { occurredAt: Date };

/**
 * The columns of `call`, under the alias `logged`, and of its `workflow` that the API shows of a call. Amounts are cast
 * to text, because a driver may turn a 64-bit integer into a number.
 */
export const LOGGED_CALL_COLUMNS = Prisma.sql`
  logged.id, logged.occurred_at AS "occurredAt", logged.local_date::text AS "localDate",
  workflow.slug AS "workflow", workflow.name AS "workflowName", logged.stage, logged.purpose, logged.provider,
  logged.model, logged.operation, logged.n, logged.size, logged.quality, logged.requested_size AS "requestedSize",
  logged.requested_quality AS "requestedQuality", logged.returned_size AS "returnedSize",
  logged.returned_quality AS "returnedQuality", logged.picture_basis AS "pictureBasis",
  logged.output_format AS "outputFormat", logged.input_images AS "inputImages",
  logged.partial_images AS "partialImages", logged.batch, logged.outcome, logged.billed,
  logged.billed_basis AS "billedBasis", logged.billing_rule_id AS "billingRuleId",
  logged.http_status AS "httpStatus", logged.error_code AS "errorCode", logged.images_returned AS "imagesReturned",
  logged.images_accepted AS "imagesAccepted", logged.retry_of AS "retryOf", logged.latency_ms AS "latencyMs",
  logged.text_input_tokens AS "textInputTokens", logged.image_input_tokens AS "imageInputTokens",
  logged.text_output_tokens AS "textOutputTokens", logged.image_output_tokens AS "imageOutputTokens",
  logged.cost_basis AS "costBasis", logged.cost_nano_usd::text AS "costNanoUsd",
  logged.unpriced_reason AS "unpricedReason", logged.bound_low_nano_usd::text AS "boundLowNanoUsd",
  logged.bound_high_nano_usd::text AS "boundHighNanoUsd", logged.rate_card_id AS "rateCardId",
  logged.prompt_hash AS "promptHash", logged.tags`;

export function toLoggedCall(row: LoggedCallRow): LoggedCall {
  return { ...row, occurredAt: row.occurredAt.toISOString() };
}

/** A call from the JSON text of such columns. */
export function readLoggedCall(json: string): LoggedCall {
  const row = JSON.parse(json) as LoggedCall;
  return { ...row, occurredAt: new Date(row.occurredAt).toISOString() };
}
