import { expect, test } from "vitest";
import { unpricedSentence } from "./unpriced-sentence";

const bounds = { boundLowNanoUsd: "0", boundHighNanoUsd: "4800000000" };

test("says how many and between which bounds", () => {
  expect(unpricedSentence({ ...bounds, unpricedCalls: 1234, unboundedCalls: 0 })).toBe(
    "1,234 calls have no price: $0.00 to $4.80, not in these figures.",
  );
  expect(unpricedSentence({ ...bounds, unpricedCalls: 1, unboundedCalls: 0 })).toBe(
    "1 call has no price: $0.00 to $4.80, not in these figures.",
  );
});

test("does not pretend to a bound that nobody knows", () => {
  expect(unpricedSentence({ ...bounds, unpricedCalls: 5, unboundedCalls: 2 })).toBe(
    "5 calls have no price: $0.00 to $4.80 for 3 of them, and nothing bounds the other 2.",
  );
  expect(unpricedSentence({ ...bounds, unpricedCalls: 2, unboundedCalls: 2 })).toBe(
    "2 calls have no price, and nothing bounds what they cost.",
  );
});

test("says of how many nobody knows whether they are billed", () => {
  const unpriced = { ...bounds, unpricedCalls: 5, unboundedCalls: 0 };
  const first = "5 calls have no price: $0.00 to $4.80, not in these figures.";
  expect(unpricedSentence({ ...unpriced, billingUnknownCalls: 0 })).toBe(first);
  expect(unpricedSentence({ ...unpriced, billingUnknownCalls: 3 })).toBe(
    `${first} Of 3 of them nobody knows whether they are billed at all.`,
  );
  expect(unpricedSentence({ ...unpriced, billingUnknownCalls: 1 })).toBe(
    `${first} Of 1 of them nobody knows whether it is billed at all.`,
  );
  expect(unpricedSentence({ ...unpriced, billingUnknownCalls: 5 })).toBe(
    `${first} Nobody knows whether they are billed at all.`,
  );
});
