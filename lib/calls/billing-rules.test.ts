import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideBilling, type BillingEvidence, type BillingRule } from "./billing-rules";
import { DEFAULT_BILLING_RULES } from "./default-billing-rules";

const usage = { textInputTokens: 26, imageInputTokens: 0, textOutputTokens: 0, imageOutputTokens: 7024 };

const failure: BillingEvidence = {
  billed: null,
  provider: "somebody",
  outcome: "failed",
  httpStatus: null,
  errorCode: null,
  usage: null,
  chargedNanoUsd: null,
};

const anyFailure: BillingRule = {
  id: "any",
  provider: null,
  outcome: null,
  httpStatusFrom: null,
  httpStatusTo: null,
  errorCode: null,
  verdict: "not_billed",
  note: null,
  sourceUrl: null,
};

describe("decideBilling by the defaults", () => {
  it.each([
    ["a success", { outcome: "succeeded" }, true],
    ["a bad key", { httpStatus: 401 }, false],
    ["a forbidden model, on which no provider says anything", { httpStatus: 403 }, null],
    ["an unknown model, on which no provider says anything", { httpStatus: 404 }, null],
    ["a refused prompt elsewhere than at Ideogram", { httpStatus: 422 }, null],
    ["no money left, sent as forbidden", { httpStatus: 403, errorCode: "insufficient_quota" }, false],
    ["a rate limit", { httpStatus: 429 }, false],
    ["no money left", { errorCode: "insufficient_quota" }, false],
    ["a spend limit", { httpStatus: 429, errorCode: "project_spend_limit_exceeded" }, false],
    ["moderation of the prompt", { httpStatus: 400, errorCode: "moderation_blocked:input" }, false],
    ["moderation of the picture", { httpStatus: 400, errorCode: "moderation_blocked:output" }, null],
    ["moderation at nobody knows which stage", { httpStatus: 400, errorCode: "moderation_blocked" }, null],
    ["another bad request", { httpStatus: 400 }, null],
    ["a server error", { httpStatus: 500 }, null],
    ["a gateway's timeout", { httpStatus: 504 }, null],
    ["a failure without a reason", {}, null],
    ["a timeout", { outcome: "timed_out" }, null],
    ["a timeout with a status of its own", { outcome: "timed_out", httpStatus: 429 }, null],
    ["an unknown outcome", { outcome: "unknown" }, null],
    ["a failure with output tokens", { httpStatus: 500, usage }, true],
    [
      "a failure with input tokens only",
      { httpStatus: 500, usage: { ...usage, imageOutputTokens: 0 } },
      null,
    ],
    ["a charged failure", { httpStatus: 500, chargedNanoUsd: 1n }, true],
    ["a success for nothing", { outcome: "succeeded", chargedNanoUsd: 0n }, false],
    ["giving up on apiyi", { provider: "apiyi", outcome: "timed_out" }, true],
    ["a server error at laozhang", { provider: "laozhang", httpStatus: 502 }, false],
    ["a withheld picture at Ideogram", { provider: "ideogram", httpStatus: 200 }, true],
    ["a rejected prompt at Ideogram", { provider: "ideogram", httpStatus: 422 }, false],
    ["any failure at Stability", { provider: "stability", httpStatus: 500 }, false],
    ["a rejected prompt at fal", { provider: "fal_ai", httpStatus: 422 }, null],
    ["a server error at WisGate", { provider: "wisgate", httpStatus: 500 }, null],
    ["a bad key at WisGate", { provider: "wisgate", httpStatus: 401 }, false],
  ] as const)("%s", (_, evidence, expected) => {
    expect(decideBilling({ ...failure, ...evidence }, DEFAULT_BILLING_RULES).billed).toBe(expected);
  });

  it("names the rule also where the rule is that nobody knows", () => {
    expect(
      decideBilling({ ...failure, provider: "wisgate", httpStatus: 500 }, DEFAULT_BILLING_RULES),
    ).toEqual({ billed: null, basis: "rule", ruleId: "default_wisgate_failed" });
    expect(decideBilling({ ...failure, httpStatus: 400 }, DEFAULT_BILLING_RULES)).toEqual({
      billed: null,
      basis: "unknown",
      ruleId: null,
    });
  });

  it("take a call for not billed only where somebody states it", () => {
    const unsourced = DEFAULT_BILLING_RULES.filter(({ sourceUrl }) => sourceUrl === null);
    expect(unsourced.filter(({ verdict }) => verdict !== "unknown")).toEqual([]);
  });

  it("are told apart, sourced by an address, and each can be the one that decides", () => {
    expect(new Set(DEFAULT_BILLING_RULES.map(({ id }) => id)).size).toBe(DEFAULT_BILLING_RULES.length);
    for (const rule of DEFAULT_BILLING_RULES) {
      if (rule.sourceUrl !== null) expect(new URL(rule.sourceUrl).protocol).toBe("https:");
      const met: BillingEvidence = {
        ...failure,
        provider: rule.provider ?? failure.provider,
        outcome: rule.outcome ?? "failed",
        httpStatus: rule.httpStatusFrom,
        errorCode: rule.errorCode?.replace("*", ":output") ?? null,
      };
      expect(decideBilling(met, DEFAULT_BILLING_RULES).ruleId).toBe(rule.id);
    }
  });
});

describe("decideBilling", () => {
  it("lets the first that says anything decide", () => {
    const all = { ...failure, billed: false, chargedNanoUsd: 5n, usage };
    const decide = (evidence: Partial<BillingEvidence>) =>
      decideBilling({ ...all, ...evidence }, [anyFailure]);
    expect(decide({})).toEqual({ billed: false, basis: "stated", ruleId: null });
    expect(decide({ billed: null })).toEqual({ billed: true, basis: "charged", ruleId: null });
    expect(decide({ billed: null, chargedNanoUsd: 0n })).toEqual({
      billed: false,
      basis: "charged",
      ruleId: null,
    });
    expect(decide({ billed: null, chargedNanoUsd: null })).toEqual({
      billed: true,
      basis: "tokens",
      ruleId: null,
    });
    expect(decide({ ...failure, outcome: "succeeded" })).toEqual({
      billed: true,
      basis: "succeeded",
      ruleId: null,
    });
    expect(decide(failure)).toEqual({ billed: false, basis: "rule", ruleId: "any" });
    expect(decideBilling(failure, [])).toEqual({ billed: null, basis: "unknown", ruleId: null });
  });

  it("takes the first rule that applies, whatever the later ones say", () => {
    const billed: BillingRule = { ...anyFailure, id: "billed", verdict: "billed", provider: "wisgate" };
    const rules = [billed, anyFailure];
    expect(decideBilling({ ...failure, provider: "wisgate" }, rules).ruleId).toBe("billed");
    expect(decideBilling(failure, rules).ruleId).toBe("any");
    expect(decideBilling({ ...failure, provider: "wisgate" }, rules.toReversed()).ruleId).toBe("any");
  });

  it.each([
    [{ provider: "openai" }, { provider: "openai" }, true],
    [{ provider: "openai" }, { provider: "wisgate" }, false],
    [{ outcome: "timed_out" }, { outcome: "timed_out" }, true],
    [{ outcome: "timed_out" }, {}, false],
    [{ httpStatusFrom: 500, httpStatusTo: 503 }, { httpStatus: 500 }, true],
    [{ httpStatusFrom: 500, httpStatusTo: 503 }, { httpStatus: 503 }, true],
    [{ httpStatusFrom: 500, httpStatusTo: 503 }, { httpStatus: 499 }, false],
    [{ httpStatusFrom: 500, httpStatusTo: 503 }, { httpStatus: 504 }, false],
    [{ httpStatusFrom: 500 }, { httpStatus: 599 }, true],
    [{ httpStatusTo: 499 }, { httpStatus: 400 }, true],
    [{ httpStatusFrom: 500 }, {}, false],
    [{ httpStatusTo: 499 }, {}, false],
    [{ errorCode: "blocked" }, { errorCode: "blocked" }, true],
    [{ errorCode: "blocked" }, { errorCode: "blocked:output" }, false],
    [{ errorCode: "blocked*" }, { errorCode: "blocked:output" }, true],
    [{ errorCode: "blocked*" }, { errorCode: "blocked" }, true],
    [{ errorCode: "blocked*" }, { errorCode: "unblocked" }, false],
    [{ errorCode: "blocked" }, {}, false],
    [{ provider: "openai", httpStatusFrom: 500 }, { provider: "openai", httpStatus: 400 }, false],
  ] as const)("a rule for %j applies to %j: %s", (conditions, evidence, isMet) => {
    const decision = decideBilling({ ...failure, ...evidence }, [{ ...anyFailure, ...conditions }]);
    expect(decision.basis).toBe(isMet ? "rule" : "unknown");
  });

  const evidences = fc.record<BillingEvidence>({
    billed: fc.constant(null),
    provider: fc.constantFrom("openai", "wisgate", "stability"),
    outcome: fc.constantFrom("succeeded", "failed", "timed_out", "unknown"),
    httpStatus: fc.option(fc.integer({ min: 100, max: 599 })),
    errorCode: fc.option(fc.constantFrom("a", "ab", "moderation_blocked:input")),
    usage: fc.option(
      fc.record({
        textInputTokens: fc.nat(50),
        imageInputTokens: fc.nat(50),
        textOutputTokens: fc.nat(1),
        imageOutputTokens: fc.nat(1),
      }),
    ),
    chargedNanoUsd: fc.option(fc.bigInt({ min: 0n, max: 2n })),
  });
  const ruleLists = fc.array(
    fc.record<BillingRule>({
      id: fc.string(),
      provider: fc.option(fc.constantFrom("openai", "wisgate", "stability")),
      outcome: fc.option(fc.constantFrom("failed", "timed_out", "unknown")),
      httpStatusFrom: fc.option(fc.integer({ min: 100, max: 599 })),
      httpStatusTo: fc.option(fc.integer({ min: 100, max: 599 })),
      errorCode: fc.option(fc.constantFrom("a", "a*", "moderation_blocked:input")),
      verdict: fc.constantFrom("billed", "not_billed", "unknown"),
      note: fc.constant(null),
      sourceUrl: fc.constant(null),
    }),
  );

  it("never takes what was charged, or what put out tokens without a charge of zero, for not billed", () => {
    fc.assert(
      fc.property(evidences, ruleLists, (evidence, rules) => {
        const { billed } = decideBilling(evidence, [...rules, ...DEFAULT_BILLING_RULES]);
        const { chargedNanoUsd, usage: used } = evidence;
        const hasOutput = used !== null && used.imageOutputTokens + used.textOutputTokens > 0;
        if (chargedNanoUsd !== null) expect(billed).toBe(chargedNanoUsd > 0n);
        else if (hasOutput) expect(billed).toBe(true);
      }),
    );
  });

  it("names a rule exactly where a rule decides", () => {
    fc.assert(
      fc.property(evidences, ruleLists, (evidence, rules) => {
        const { basis, ruleId, billed } = decideBilling(evidence, rules);
        expect(ruleId !== null).toBe(basis === "rule");
        if (basis === "unknown") expect(billed).toBeNull();
      }),
    );
  });
});
