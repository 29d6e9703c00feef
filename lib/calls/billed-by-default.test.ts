import { expect, it } from "vitest";
import { billedByDefault, type BillingEvidence } from "./billed-by-default";

const usage = { textInputTokens: 26, imageInputTokens: 0, textOutputTokens: 0, imageOutputTokens: 7024 };

const billed = (evidence: Partial<BillingEvidence>) =>
  billedByDefault({
    outcome: "failed",
    httpStatus: null,
    errorCode: null,
    usage: null,
    chargedNanoUsd: null,
    ...evidence,
  });

it.each([
  ["a success", { outcome: "succeeded" }, true],
  ["a bad key", { httpStatus: 401 }, false],
  ["a forbidden model", { httpStatus: 403 }, false],
  ["an unknown model", { httpStatus: 404 }, false],
  ["a refused prompt elsewhere", { httpStatus: 422 }, false],
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
  ["a failure with input tokens only", { httpStatus: 500, usage: { ...usage, imageOutputTokens: 0 } }, null],
  ["a charged failure", { httpStatus: 500, chargedNanoUsd: 1n }, true],
  ["a success for nothing", { outcome: "succeeded", chargedNanoUsd: 0n }, false],
] as const)("%s", (_, evidence, expected) => {
  expect(billed(evidence)).toBe(expected);
});
