import type { TokenUsage } from "@/lib/pricing";

export interface BillingEvidence {
  outcome: "succeeded" | "failed" | "timed_out" | "unknown";
  httpStatus: number | null;
  errorCode: string | null;
  usage: TokenUsage | null;
  chargedNanoUsd: bigint | null;
}

/** Statuses with which providers turn a request away before they generate anything. */
const REFUSED_STATUSES = new Set([401, 403, 404, 422, 429]);

/** The same refusals by error code, for logs that keep no status. */
const REFUSED_CODES = new Set([
  "insufficient_quota",
  "credit_balance_exhausted",
  "organization_spend_limit_exceeded",
  "project_spend_limit_exceeded",
  "organization_usage_limit_exceeded",
  "invalid_api_key",
  "rate_limit_exceeded",
]);

/**
 * Whether the provider bills a call of which the log does not say so: true, false, or null where nobody knows.
 *
 * A charge settles it: above zero is billed, zero is not. So do output tokens, which are only counted once something
 * was generated. Else a success is billed; a failure is not billed when the provider refuses such requests up front
 * (401, 403, 404, 422, 429, a used-up quota, or moderation at the input stage, sent as the error code
 * "moderation_blocked:input"). Everything else is unknown: other 400s and moderation at the output stage, 5xx,
 * timeouts, and failures without a reason.
 */
export function billedByDefault(evidence: BillingEvidence): boolean | null {
  const { outcome, httpStatus, errorCode, usage, chargedNanoUsd } = evidence;
  if (chargedNanoUsd !== null) return chargedNanoUsd > 0n;
  if (usage !== null && usage.imageOutputTokens + usage.textOutputTokens > 0) return true;
  if (outcome === "succeeded") return true;
  if (outcome !== "failed") return null;
  if (httpStatus !== null && REFUSED_STATUSES.has(httpStatus)) return false;
  if (errorCode === null) return null;
  const isRefused = REFUSED_CODES.has(errorCode) || /^moderation_blocked\W?input$/.test(errorCode);
  return isRefused ? false : null;
}
