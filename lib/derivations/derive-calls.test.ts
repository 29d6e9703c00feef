import fc from "fast-check";
import { expect, test } from "vitest";
import { nanoUsd } from "@/lib/money";
import { derivationText } from "./derivation-text";
import { deriveCalls, type CallSums } from "./derive-calls";
import { deriveQuotient } from "./derive-quotient";
import { expectExactSums } from "./testing/expect-sums";
import { priceCard } from "./testing/price-card";

const NOTHING: CallSums = {
  calls: 0,
  imagesDelivered: 0,
  costNanoUsd: nanoUsd(0n),
  paidLossNanoUsd: nanoUsd(0n),
  reworkNanoUsd: nanoUsd(0n),
  unpricedCalls: 0,
  unboundedCalls: 0,
  billingUnknownCalls: 0,
  boundLowNanoUsd: nanoUsd(0n),
  boundHighNanoUsd: nanoUsd(0n),
};

const priced: CallSums = {
  ...NOTHING,
  calls: 3,
  imagesDelivered: 4,
  costNanoUsd: nanoUsd(500_000_000n),
  reworkNanoUsd: nanoUsd(100_000_000n),
};
const unpriced: CallSums = {
  ...NOTHING,
  calls: 2,
  imagesDelivered: 1,
  unpricedCalls: 2,
  billingUnknownCalls: 1,
  boundLowNanoUsd: nanoUsd(10_000_000n),
  boundHighNanoUsd: nanoUsd(20_000_000n),
};
const together: CallSums = {
  ...priced,
  calls: 5,
  imagesDelivered: 5,
  unpricedCalls: 2,
  billingUnknownCalls: 1,
  boundLowNanoUsd: unpriced.boundLowNanoUsd,
  boundHighNanoUsd: unpriced.boundHighNanoUsd,
};

function sum() {
  return deriveCalls({
    title: "Cost of calls, 1–23 Nov 2026",
    measure: "usage",
    sums: together,
    by: "price",
    groups: [
      { title: "By observed usage: OpenAI gpt-image-2", sums: priced, cards: [priceCard()], more: null },
      { title: "Unpriced", sums: unpriced, cards: [], more: null },
    ],
  });
}

test("a set of calls is the sum of its groups, and what has no price is counted apart, word for word", () => {
  expect(derivationText(sum())).toBe(
    [
      "Cost of calls, 1–23 Nov 2026: $0.50",
      "= The sum of what each call cost, by price",
      "Calls: 5",
      "Delivered images: 5",
      "Of it rework: $0.10 (retries, QA and prompt tuning)",
      "  + By observed usage: OpenAI gpt-image-2: $0.50",
      "    = The sum of what each call cost",
      "    Calls: 3",
      "    Delivered images: 4",
      "    Of it rework: $0.10 (retries, QA and prompt tuning)",
      "    Rate card OpenAI gpt-image-2 (openai, gpt-image-2), valid from 21 Apr 2026; the provider’s own page, checked on 20 Nov 2026: https://example.com/pricing",
      "    Rounding: Each call was rounded once, half to even, to a billionth of a dollar when it was priced; the sum is exact.",
      "  + Unpriced: not known, between $0.01 and $0.02",
      "    = The sum of what each call cost",
      "    Calls: 2",
      "    Delivered images: 1",
      "    Of 1 call nobody knows whether the provider bills it.",
      "    Rounding: Each call was rounded once, half to even, to a billionth of a dollar when it was priced; the sum is exact.",
      "2 calls without a price are not in it: between $0.01 and $0.02 more.",
      "Of 1 call nobody knows whether the provider bills it.",
      "Rounding: Each call was rounded once, half to even, to a billionth of a dollar when it was priced; the sum is exact.",
      "",
    ].join("\n"),
  );
});

test("a set without a single price has bounds and no amount, which is not one of zero", () => {
  const none = deriveCalls({ title: "Calls", measure: "usage", sums: unpriced, by: null, groups: [] });
  expect(none.amountNanoUsd).toBeNull();
  expect(none.bounds).toEqual({ lowNanoUsd: 10_000_000n, highNanoUsd: 20_000_000n });
  const unbounded = { ...unpriced, unboundedCalls: 1 };
  expect(
    deriveCalls({ title: "Calls", measure: "usage", sums: unbounded, by: null, groups: [] }).bounds,
  ).toEqual({ lowNanoUsd: 10_000_000n, highNanoUsd: null });
});

test("the cost of an image is divided once, half to even", () => {
  const each = (divisor: bigint) =>
    deriveQuotient({ title: "Each", formula: "Cost ÷ images", dividend: sum(), divisor, inputs: [] })
      .amountNanoUsd;
  // $0.50 by 3: 166,666,666.67 nano-dollars.
  expect(each(3n)).toBe(166_666_667n);
  expect(each(0n)).toBeNull();
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
const group = fc
  .record({
    calls: fc.integer({ min: 1, max: 9 }),
    unpriced: fc.integer({ min: 0, max: 9 }),
    cost: amount,
    rework: amount,
    losses: amount,
  })
  .map(({ calls, unpriced: without, cost, rework, losses }): CallSums => ({
    ...NOTHING,
    calls: calls + without,
    unpricedCalls: without,
    costNanoUsd: nanoUsd(cost),
    reworkNanoUsd: nanoUsd(rework),
    paidLossNanoUsd: nanoUsd(losses),
  }));

test("whatever the groups, they add up to the set exactly, for each of its measures", () => {
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 1, maxLength: 30 }),
      fc.constantFrom("usage" as const, "rework" as const, "paid_losses" as const),
      (groups, measure) => {
        const total = (of: (sums: CallSums) => bigint) =>
          nanoUsd(groups.reduce((all, each) => all + of(each), 0n));
        const sums: CallSums = {
          ...NOTHING,
          calls: groups.reduce((all, each) => all + each.calls, 0),
          unpricedCalls: groups.reduce((all, each) => all + each.unpricedCalls, 0),
          costNanoUsd: total((each) => each.costNanoUsd),
          reworkNanoUsd: total((each) => each.reworkNanoUsd),
          paidLossNanoUsd: total((each) => each.paidLossNanoUsd),
        };
        const parts = groups.map((each, index) => ({ title: `${index}`, sums: each, cards: [], more: null }));
        expectExactSums(deriveCalls({ title: "All", measure, sums, by: "day", groups: parts }));
      },
    ),
  );
});
