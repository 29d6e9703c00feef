import { expect, test } from "vitest";
import { breakEvenSentence } from "./break-even-sentence";

test.each([
  [[{ fromRequests: 1n, cheaper: "a" }], "Dearer at any volume."],
  [[{ fromRequests: 1n, cheaper: "b" }], "Cheaper at any volume."],
  [[{ fromRequests: 1n, cheaper: "neither" }], "Costs the same at any volume."],
  [
    [
      { fromRequests: 1n, cheaper: "a" },
      { fromRequests: 1000n, cheaper: "neither" },
      { fromRequests: 1001n, cheaper: "b" },
    ],
    "Break-even: the same at 1,000, cheaper from 1,001 calls a month.",
  ],
  [
    [
      { fromRequests: 1n, cheaper: "a" },
      { fromRequests: 34n, cheaper: "b" },
    ],
    "Break-even: cheaper from 34 calls a month.",
  ],
  [
    [
      { fromRequests: 1n, cheaper: "b" },
      { fromRequests: 50n, cheaper: "neither" },
      { fromRequests: 80n, cheaper: "a" },
    ],
    "Break-even: the same from 50, dearer from 80 calls a month.",
  ],
] as const)("%o", (points, sentence) => {
  expect(breakEvenSentence(points)).toBe(sentence);
});
