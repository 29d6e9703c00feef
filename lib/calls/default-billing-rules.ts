import type { BillingRule } from "./billing-rules";

const LAOZHANG = "https://docs.laozhang.ai/en/api-capabilities/image-billing-and-failures.md";
const APIYI = "https://docs.apiyi.com/en/api-capabilities/image-api-best-practices";
const APIYI_MODERATION = "https://help.apiyi.com/en?p=28302";
const IDEOGRAM = "https://developer.ideogram.ai/ideogram-api/errors";
const AUDIT = "https://dev.to/lucas_apimart/failed-ai-api-request-billing-audit-33nm";
const OPENAI_GUIDE = "https://developers.openai.com/api/docs/guides/image-generation";
const OPENAI_QUOTA =
  "https://learn.microsoft.com/es-es/microsoft-cloud/dev/dev-proxy/concepts/openai-insufficient-quota";
const AZURE_RATE_LIMIT = "https://learn.microsoft.com/en-us/answers/questions/1632971/";
const WISGATE_ERRORS = "https://wisdom-docs.juheapi.com/api-reference/error";

type Conditions = Partial<
  Pick<BillingRule, "provider" | "outcome" | "httpStatusFrom" | "httpStatusTo" | "errorCode">
>;

function rule(
  name: string,
  conditions: Conditions,
  verdict: BillingRule["verdict"],
  note: string,
  sourceUrl: string | null,
): BillingRule {
  return {
    id: `default_${name}`,
    provider: null,
    outcome: null,
    httpStatusFrom: null,
    httpStatusTo: null,
    errorCode: null,
    ...conditions,
    verdict,
    note,
    sourceUrl,
  };
}

const status = (from: number, to = from) =>
  ({ outcome: "failed", httpStatusFrom: from, httpStatusTo: to }) as const;
const code = (errorCode: string) => ({ outcome: "failed", errorCode }) as const;

const OUT_OF_MONEY = "Out of money or at a spend limit: nothing is generated.";

/**
 * What providers are known to do with calls that failed, the first that applies. Those of one provider come before those
 * of all, and refusals before the silence of a provider, which is written down as unknown where somebody looked for a
 * rule and found none.
 */
export const DEFAULT_BILLING_RULES: readonly BillingRule[] = [
  rule(
    "apiyi_timeout",
    { provider: "apiyi", outcome: "timed_out" },
    "billed",
    "Says that a request is billed although the client gave up waiting for it.",
    APIYI,
  ),
  rule(
    "laozhang_5xx",
    { provider: "laozhang", ...status(500, 599) },
    "not_billed",
    "Says that upstream errors are not billed.",
    LAOZHANG,
  ),
  rule(
    "ideogram_withheld",
    { provider: "ideogram", ...status(200, 299) },
    "billed",
    "Bills an image that its safety check withholds after it was made.",
    IDEOGRAM,
  ),
  rule(
    "ideogram_422",
    { provider: "ideogram", ...status(422) },
    "not_billed",
    "Says that a prompt that is rejected before anything is generated is not billed.",
    IDEOGRAM,
  ),
  rule(
    "stability_failed",
    { provider: "stability", outcome: "failed" },
    "not_billed",
    "Does not charge failures, according to a third party's comparison.",
    AUDIT,
  ),
  rule(
    "fal_422",
    { provider: "fal_ai", ...status(422) },
    "unknown",
    "May charge some of these, according to a third party's comparison.",
    AUDIT,
  ),
  rule(
    "401",
    status(401),
    "not_billed",
    "The key is refused before anything is generated; a gateway says so.",
    LAOZHANG,
  ),
  rule("429", status(429), "not_billed", "Over a rate limit or out of quota.", AZURE_RATE_LIMIT),
  rule("rate_limit", code("rate_limit_exceeded"), "not_billed", "Over a rate limit.", AZURE_RATE_LIMIT),
  rule("invalid_key", code("invalid_api_key"), "not_billed", "The key is refused.", LAOZHANG),
  rule("quota", code("insufficient_quota"), "not_billed", OUT_OF_MONEY, OPENAI_QUOTA),
  rule("credit", code("credit_balance_exhausted"), "not_billed", OUT_OF_MONEY, OPENAI_QUOTA),
  rule(
    "organization_spend",
    code("organization_spend_limit_exceeded"),
    "not_billed",
    OUT_OF_MONEY,
    OPENAI_QUOTA,
  ),
  rule("project_spend", code("project_spend_limit_exceeded"), "not_billed", OUT_OF_MONEY, OPENAI_QUOTA),
  rule(
    "organization_usage",
    code("organization_usage_limit_exceeded"),
    "not_billed",
    OUT_OF_MONEY,
    OPENAI_QUOTA,
  ),
  rule(
    "moderation_input",
    code("moderation_blocked:input"),
    "not_billed",
    "The prompt is blocked before anything is generated, according to a gateway.",
    APIYI_MODERATION,
  ),
  rule(
    "moderation",
    code("moderation_blocked*"),
    "unknown",
    "A picture may have been made before it was blocked. OpenAI does not say whether it is billed.",
    OPENAI_GUIDE,
  ),
  rule(
    "wisgate_failed",
    { provider: "wisgate", outcome: "failed" },
    "unknown",
    "Describes its errors and not whether they are billed.",
    WISGATE_ERRORS,
  ),
  rule(
    "403_404",
    status(403, 404),
    "unknown",
    "Nothing should have been generated, but no provider states whether it is billed.",
    null,
  ),
  rule(
    "422",
    status(422),
    "unknown",
    "Ideogram states that it does not bill a rejected prompt; other providers do not say.",
    IDEOGRAM,
  ),
  rule(
    "5xx",
    status(500, 599),
    "unknown",
    "OpenAI does not say whether a picture that was made before the error is billed.",
    OPENAI_GUIDE,
  ),
  rule(
    "timeout",
    { outcome: "timed_out" },
    "unknown",
    "The picture may be made and billed after the client gave up. Most providers publish no rule.",
    OPENAI_GUIDE,
  ),
];
