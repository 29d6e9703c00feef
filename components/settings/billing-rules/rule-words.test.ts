import { expect, it } from "vitest";
import { conditionSentence, type RuleConditions } from "./rule-words";

const open: RuleConditions = {
  provider: null,
  outcome: null,
  httpStatusFrom: null,
  httpStatusTo: null,
  errorCode: null,
};

it.each([
  [{ provider: "wisgate" }, "Calls that did not succeed at wisgate"],
  [
    { provider: "openai", outcome: "failed", httpStatusFrom: 500, httpStatusTo: 599 },
    "Failed calls at openai with status 500 to 599",
  ],
  [{ outcome: "timed_out" }, "Calls that timed out"],
  [{ httpStatusFrom: 429, httpStatusTo: 429 }, "Calls that did not succeed with status 429"],
  [{ httpStatusFrom: 500 }, "Calls that did not succeed with a status of 500 or above"],
  [{ httpStatusTo: 499 }, "Calls that did not succeed with a status up to 499"],
  [
    { outcome: "failed", httpStatusFrom: 400, httpStatusTo: 400, errorCode: "moderation_blocked*" },
    "Failed calls with status 400 and an error code that begins with moderation_blocked",
  ],
  [{ outcome: "unknown", errorCode: "lost" }, "Calls of unknown outcome with error code lost"],
] as const)("%j", (conditions, sentence) => {
  expect(conditionSentence({ ...open, ...conditions })).toBe(sentence);
});
