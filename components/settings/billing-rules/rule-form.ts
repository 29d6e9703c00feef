import type { BillingRule } from "@/lib/calls";
import { type BillingRuleBody, billingRuleBodySchema } from "@/lib/contracts/billing-rules";

/** What the form holds: texts as they are typed, empty where a condition is left open. */
export interface RuleFormValues {
  provider: string;
  outcome: NonNullable<BillingRule["outcome"]> | "any";
  httpStatusFrom: string;
  httpStatusTo: string;
  errorCode: string;
  verdict: BillingRule["verdict"];
  note: string;
  sourceUrl: string;
}

export type RuleFormErrors = Partial<Record<keyof RuleFormValues, string>>;

export const EMPTY_RULE_FORM: RuleFormValues = {
  provider: "",
  outcome: "any",
  httpStatusFrom: "",
  httpStatusTo: "",
  errorCode: "",
  verdict: "not_billed",
  note: "",
  sourceUrl: "",
};

export function toRuleForm(rule: Omit<BillingRule, "id">): RuleFormValues {
  return {
    provider: rule.provider ?? "",
    outcome: rule.outcome ?? "any",
    httpStatusFrom: rule.httpStatusFrom?.toString() ?? "",
    httpStatusTo: rule.httpStatusTo?.toString() ?? "",
    errorCode: rule.errorCode ?? "",
    verdict: rule.verdict,
    note: rule.note ?? "",
    sourceUrl: rule.sourceUrl ?? "",
  };
}

/** The rule that a form stands for, or what is wrong with it by field. One status alone means exactly that one. */
export function readRuleForm(
  values: RuleFormValues,
): { body: Omit<BillingRuleBody, "id"> } | { errors: RuleFormErrors } {
  const from = toStatus(values.httpStatusFrom);
  const to = toStatus(values.httpStatusTo);
  const body = {
    provider: values.provider.trim() || null,
    outcome: values.outcome === "any" ? null : values.outcome,
    httpStatusFrom: from,
    httpStatusTo: to ?? from,
    errorCode: values.errorCode.trim() || null,
    verdict: values.verdict,
    note: values.note.trim() || null,
    sourceUrl: values.sourceUrl.trim() || null,
  };
  const parsed = billingRuleBodySchema.safeParse(body);
  if (parsed.success) return { body };
  const errors: RuleFormErrors = {};
  for (const { path, message } of parsed.error.issues) errors[path[0] as keyof RuleFormValues] ??= message;
  // A single status that is wrong is wrong in its own box only.
  if (to === null && from !== null) delete errors.httpStatusTo;
  return { errors };
}

/** What is no whole number is left to the schema to refuse. */
function toStatus(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
