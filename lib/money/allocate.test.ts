import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "./allocate";

test.each([
  { total: 100n, weights: [1n, 1n, 1n], parts: [34n, 33n, 33n] },
  { total: -100n, weights: [1n, 1n, 1n], parts: [-34n, -33n, -33n] },
  { total: 10n, weights: [3n, 0n, 7n], parts: [3n, 0n, 7n] },
  // Exact shares 0.7, 2.1 and 4.2: one unit is left over, and 0.7 is the largest remainder.
  { total: 7n, weights: [1n, 3n, 6n], parts: [1n, 2n, 4n] },
  { total: 0n, weights: [0n, 0n], parts: [0n, 0n] },
  { total: 0n, weights: [], parts: [] },
])("splits $total by $weights", ({ total, weights, parts }) => {
  expect(allocate(total, weights)).toEqual(parts);
});

test("refuses to split something by nothing", () => {
  expect(() => allocate(1n, [])).toThrow(RangeError);
  expect(() => allocate(1n, [0n, 0n])).toThrow(RangeError);
  expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
});

const totals = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const weightLists = fc
  .array(fc.oneof(fc.bigInt({ min: 0n, max: 9n }), fc.bigInt({ min: 0n, max: 10n ** 24n })), {
    minLength: 1,
    maxLength: 30,
  })
  .filter((weights) => weights.some((weight) => weight > 0n));

test("the parts add up, and none is a whole unit away from its exact share", () => {
  fc.assert(
    fc.property(totals, weightLists, (total, weights) => {
      const parts = allocate(total, weights);
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);

      const sum = weights.reduce((a, b) => a + b, 0n);
      parts.forEach((part, index) => {
        const gap = part * sum - total * weights[index]!;
        expect(gap < sum && gap > -sum).toBe(true);
        if (weights[index] === 0n) expect(part).toBe(0n);
      });
    }),
  );
});

test("a larger weight never gets less", () => {
  fc.assert(
    fc.property(
      totals.map((total) => (total < 0n ? -total : total)),
      weightLists,
      (total, weights) => {
        const parts = allocate(total, weights);
        const pairs = weights.map((weight, index) => ({ weight, part: parts[index]! }));
        pairs.sort((a, b) => (a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : 0));
        pairs.slice(1).forEach((pair, index) => {
          if (pair.weight > pairs[index]!.weight) expect(pair.part >= pairs[index]!.part).toBe(true);
        });
      },
    ),
  );
});
