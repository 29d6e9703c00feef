import type { TokenUsage } from "@/lib/pricing";
import type { CallOutcome } from "./normalise-call";

export type BillingVerdict = "billed" | "not_billed" | "unknown";

/** What a provider does with a call that did not succeed. Every condition that is given must hold; null leaves it open. */
export interface BillingRule {
  id: string;
  provider: string | null;
  outcome: Exclude<CallOutcome, "succeeded"> | null;
  /** Both included. A call without a status meets neither. */
  httpStatusFrom: number | null;
  httpStatusTo: number | null;
  /** The code itself, or its beginning followed by "*". */
  errorCode: string | null;
  verdict: BillingVerdict;
  note: string | null;
  sourceUrl: string | null;
}

/** What a log says about a call that bears on whether the provider bills it. */
export interface BillingEvidence {
  /** What the caller says; null where nothing is said. */
  billed: boolean | null;
  provider: string;
  outcome: CallOutcome;
  httpStatus: number | null;
  errorCode: string | null;
  usage: TokenUsage | null;
  chargedNanoUsd: bigint | null;
}

export type BilledBasis = "stated" | "charged" | "tokens" | "succeeded" | "rule" | "unknown";

/** Whether a call is billed, null where nobody knows; what says so; and the rule, where it is one. */
export interface BillingDecision {
  billed: boolean | null;
  basis: BilledBasis;
  ruleId: string | null;
}

// Nearly every call of a log ends in one of these, so they are made once.
const STATED_BILLED: BillingDecision = { billed: true, basis: "stated", ruleId: null };
const STATED_NOT_BILLED: BillingDecision = { billed: false, basis: "stated", ruleId: null };
const CHARGED: BillingDecision = { billed: true, basis: "charged", ruleId: null };
const CHARGED_NOTHING: BillingDecision = { billed: false, basis: "charged", ruleId: null };
const PUT_OUT_TOKENS: BillingDecision = { billed: true, basis: "tokens", ruleId: null };
const SUCCEEDED: BillingDecision = { billed: true, basis: "succeeded", ruleId: null };
const UNKNOWN: BillingDecision = { billed: null, basis: "unknown", ruleId: null };

/**
 * Whether the provider bills a call, and what says so. The first of these that says anything decides: the caller; the
 * charge, above zero or zero; output tokens, which are only counted once something was generated; a success; the first
 * of the rules that applies. Where none does it is unknown, as it is where the rule says so.
 */
export function decideBilling(evidence: BillingEvidence, rules: readonly BillingRule[]): BillingDecision {
  const { billed, chargedNanoUsd, usage, outcome } = evidence;
  if (billed !== null) return billed ? STATED_BILLED : STATED_NOT_BILLED;
  if (chargedNanoUsd !== null) return chargedNanoUsd > 0n ? CHARGED : CHARGED_NOTHING;
  if (usage !== null && usage.imageOutputTokens + usage.textOutputTokens > 0) return PUT_OUT_TOKENS;
  if (outcome === "succeeded") return SUCCEEDED;
  const rule = rules.find((each) => applies(each, evidence));
  return rule === undefined ? UNKNOWN : { billed: BILLED[rule.verdict], basis: "rule", ruleId: rule.id };
}

const BILLED: Record<BillingVerdict, boolean | null> = { billed: true, not_billed: false, unknown: null };

function applies(rule: BillingRule, { provider, outcome, httpStatus, errorCode }: BillingEvidence): boolean {
  return (
    (rule.provider === null || rule.provider === provider) &&
    (rule.outcome === null || rule.outcome === outcome) &&
    (rule.httpStatusFrom === null || (httpStatus !== null && rule.httpStatusFrom <= httpStatus)) &&
    (rule.httpStatusTo === null || (httpStatus !== null && httpStatus <= rule.httpStatusTo)) &&
    (rule.errorCode === null || (errorCode !== null && isCode(rule.errorCode, errorCode)))
  );
}

function isCode(wanted: string, errorCode: string): boolean {
  return wanted.endsWith("*") ? errorCode.startsWith(wanted.slice(0, -1)) : wanted === errorCode;
}
