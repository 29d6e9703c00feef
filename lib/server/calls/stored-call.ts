import "server-only";
import type { TokenUsage } from "@/lib/pricing";
import { Prisma } from "@/lib/server/generated/prisma/client";
import type { CallDecision, CallFacts } from "./decide-call";

/** A call as it was logged, and what was found out about it when it was priced last. */
export interface StoredCall {
  id: string;
  occurredAt: Date;
  localDate: string;
  facts: CallFacts;
  decision: CallDecision;
}

/**
 * The columns of `call`, under the alias `logged`, that `readStoredCall` reads. Amounts are cast to text, because a
 * driver may turn a 64-bit integer into a number.
 */
export const STORED_CALL_COLUMNS = Prisma.sql`
  logged.id, logged.occurred_at AS "occurredAt", logged.local_date::text AS "localDate", logged.provider, logged.model,
  logged.operation, logged.n, logged.batch, logged.outcome, logged.http_status AS "httpStatus",
  logged.error_code AS "errorCode", logged.images_returned AS "imagesReturned",
  logged.output_format AS "outputFormat", logged.input_images AS "inputImages",
  logged.partial_images AS "partialImages", logged.text_input_tokens AS "textInputTokens",
  logged.image_input_tokens AS "imageInputTokens", logged.text_output_tokens AS "textOutputTokens",
  logged.image_output_tokens AS "imageOutputTokens", logged.charged_nano_usd::text AS "chargedNanoUsd",
  logged.requested_size AS "requestedSize", logged.requested_quality AS "requestedQuality",
  logged.returned_size AS "returnedSize", logged.returned_quality AS "returnedQuality",
  logged.size, logged.quality, logged.picture_basis AS "pictureBasis", logged.billed,
  logged.billed_basis AS "billedBasis", logged.billing_rule_id AS "billingRuleId", logged.cost_basis AS "costBasis",
  logged.cost_nano_usd::text AS "costNanoUsd", logged.unpriced_reason AS "unpricedReason",
  logged.bound_low_nano_usd::text AS "boundLowNanoUsd", logged.bound_high_nano_usd::text AS "boundHighNanoUsd",
  logged.rate_card_id AS "rateCardId"`;

type Amount = "costNanoUsd" | "boundLowNanoUsd" | "boundHighNanoUsd";

/** What a query of these columns gives: texts are as they were checked when the call arrived. */
export type StoredCallRow = Omit<CallFacts, "usage" | "chargedNanoUsd" | "on"> &
  Omit<CallDecision, Amount> &
  Record<Amount | "chargedNanoUsd" | "requestedSize" | "requestedQuality", string | null> &
  Record<keyof TokenUsage, number | null> & { id: string; occurredAt: Date; localDate: string };

export function readStoredCall(row: StoredCallRow): StoredCall {
  return {
    id: row.id,
    occurredAt: row.occurredAt,
    localDate: row.localDate,
    facts: {
      provider: row.provider,
      model: row.model,
      operation: row.operation,
      n: row.n,
      batch: row.batch,
      outcome: row.outcome,
      httpStatus: row.httpStatus,
      errorCode: row.errorCode,
      imagesReturned: row.imagesReturned,
      outputFormat: row.outputFormat,
      inputImages: row.inputImages,
      partialImages: row.partialImages,
      usage: readUsage(row),
      chargedNanoUsd: toAmount(row.chargedNanoUsd),
      size: row.requestedSize,
      quality: row.requestedQuality,
      returnedSize: row.returnedSize,
      returnedQuality: row.returnedQuality,
      billed: row.billedBasis === "stated" ? row.billed : null,
      // Prices hold by the day in UTC.
      on: row.occurredAt.toISOString().slice(0, 10),
    },
    decision: {
      size: row.size,
      quality: row.quality,
      pictureBasis: row.pictureBasis,
      billed: row.billed,
      billedBasis: row.billedBasis,
      billingRuleId: row.billingRuleId,
      costBasis: row.costBasis,
      costNanoUsd: toAmount(row.costNanoUsd),
      unpricedReason: row.unpricedReason,
      boundLowNanoUsd: toAmount(row.boundLowNanoUsd),
      boundHighNanoUsd: toAmount(row.boundHighNanoUsd),
      rateCardId: row.rateCardId,
    },
  };
}

/** A provider reports all of these or none. */
function readUsage(row: StoredCallRow): TokenUsage | null {
  const { textInputTokens, imageInputTokens, textOutputTokens, imageOutputTokens } = row;
  const counts = [textInputTokens, imageInputTokens, textOutputTokens, imageOutputTokens];
  if (counts.every((count) => count === null)) return null;
  return {
    textInputTokens: textInputTokens ?? 0,
    imageInputTokens: imageInputTokens ?? 0,
    textOutputTokens: textOutputTokens ?? 0,
    imageOutputTokens: imageOutputTokens ?? 0,
  };
}

function toAmount(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
