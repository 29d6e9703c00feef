import { describe, expect, it } from "vitest";
import type { Repricing, RepricingOutcome } from "@/lib/contracts/repricings";
import { outcomeSentence, progressOf, scopeWords } from "./repricing-words";

const side = {
  costNanoUsd: "0",
  unpricedCalls: 0,
  unboundedCalls: 0,
  boundLowNanoUsd: "0",
  boundHighNanoUsd: "0",
};
const outcome = (callsRead: number, callsChanged: number): RepricingOutcome => ({
  differences: [],
  total: { callsRead, callsChanged, before: side, after: side, differenceNanoUsd: "0" },
});

const repricing: Repricing = {
  id: "rep_1",
  status: "tried",
  from: "2026-11-01",
  to: "2026-11-10",
  provider: null,
  model: null,
  onlyUnpriced: false,
  doneThrough: null,
  total: outcome(1200, 3).total,
  tried: outcome(1200, 3),
  applied: outcome(0, 0),
  closedMonths: [],
  dropped: null,
  failure: null,
  createdBy: "Ada",
  createdAt: "2026-11-23T12:00:00Z",
  appliedBy: null,
  appliedAt: null,
  finishedAt: null,
};

describe("scopeWords", () => {
  it.each([
    [{}, "1–10 Nov 2026 · all models"],
    [{ provider: "wisgate" }, "1–10 Nov 2026 · all models at wisgate"],
    [{ model: "gpt-image-2" }, "1–10 Nov 2026 · gpt-image-2"],
    [
      { provider: "wisgate", model: "gpt-image-2", onlyUnpriced: true },
      "1–10 Nov 2026 · gpt-image-2 at wisgate · only unpriced calls",
    ],
  ])("says which calls %o are", (changes, words) => {
    expect(scopeWords({ ...repricing, ...changes })).toBe(words);
  });
});

describe("progressOf", () => {
  it.each([
    [null, 0],
    ["2026-11-01", 0.1],
    ["2026-11-10", 1],
  ])("through %s is %d", (doneThrough, share) => {
    expect(progressOf({ ...repricing, doneThrough })).toBe(share);
  });
});

describe("outcomeSentence", () => {
  it.each([
    [{}, "3 of 1,200 calls would change."],
    [
      { total: outcome(1200, 0).total },
      "Nothing would change: 1,200 calls priced anew, with the same result.",
    ],
    [{ total: outcome(0, 0).total }, "There is no call to price."],
    [{ status: "cancelled" as const }, "No call was changed."],
    [
      {
        status: "cancelled" as const,
        appliedAt: "2026-11-23T12:00:00Z",
        doneThrough: "2026-11-05",
        applied: outcome(5, 1),
      },
      "1 call changed through 5 Nov 2026; these stay changed.",
    ],
  ])("of %o", (changes, sentence) => {
    expect(outcomeSentence({ ...repricing, ...changes })).toBe(sentence);
  });
});
