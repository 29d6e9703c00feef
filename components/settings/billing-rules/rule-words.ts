import type { BillingRule, BillingVerdict } from "@/lib/calls";

export const VERDICT_WORDS: Record<BillingVerdict, string> = {
  billed: "Billed",
  not_billed: "Not billed",
  unknown: "Unknown",
};

/** What a rule may ask of the outcome. A success is billed without a rule. */
export const RULE_OUTCOME_WORDS: Record<NonNullable<BillingRule["outcome"]>, string> = {
  failed: "Failed",
  timed_out: "Timed out",
  unknown: "Nobody knows",
};

const SUBJECTS: Record<NonNullable<BillingRule["outcome"]>, string> = {
  failed: "Failed calls",
  timed_out: "Calls that timed out",
  unknown: "Calls of unknown outcome",
};

export type RuleConditions = Pick<
  BillingRule,
  "provider" | "outcome" | "httpStatusFrom" | "httpStatusTo" | "errorCode"
>;

/** For which calls a rule is: "Failed calls at openai with status 500 to 599". */
export function conditionSentence(rule: RuleConditions): string {
  const subject = rule.outcome === null ? "Calls that did not succeed" : SUBJECTS[rule.outcome];
  const provider = rule.provider === null ? "" : ` at ${rule.provider}`;
  const marks = [statusWords(rule), codeWords(rule.errorCode)].filter((words) => words !== null);
  return `${subject}${provider}${marks.length > 0 ? ` with ${marks.join(" and ")}` : ""}`;
}

function statusWords({ httpStatusFrom: from, httpStatusTo: to }: RuleConditions): string | null {
  if (from === null && to === null) return null;
  if (from === null) return `a status up to ${to}`;
  if (to === null) return `a status of ${from} or above`;
  return from === to ? `status ${from}` : `status ${from} to ${to}`;
}

function codeWords(errorCode: string | null): string | null {
  if (errorCode === null) return null;
  return errorCode.endsWith("*")
    ? `an error code that begins with ${errorCode.slice(0, -1)}`
    : `error code ${errorCode}`;
}
