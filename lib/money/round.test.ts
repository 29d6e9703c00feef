import fc from "fast-check";
import { expect, test } from "vitest";
import { divideHalfEven } from "./round";

test.each([
  [5n, 10n, 0n],
  [15n, 10n, 2n],
  [25n, 10n, 2n],
  [-5n, 10n, 0n],
  [-15n, 10n, -2n],
  [-25n, 10n, -2n],
  [26n, 10n, 3n],
  [-24n, 10n, -2n],
  [7n, -2n, -4n],
  [0n, 3n, 0n],
])("%s over %s is %s", (numerator, denominator, quotient) => {
  expect(divideHalfEven(numerator, denominator)).toBe(quotient);
});

test("dividing by nothing is refused", () => {
  expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError);
});

/** Looks at every integer near the quotient and takes the nearest, the even one where two are equally near. */
function slowHalfEven(numerator: bigint, denominator: bigint): bigint {
  const guess = numerator / denominator;
  const near = [guess - 1n, guess, guess + 1n];
  const distance = (candidate: bigint) => {
    const gap = numerator - candidate * denominator;
    return gap < 0n ? -gap : gap;
  };
  const smallest = near.map(distance).reduce((a, b) => (b < a ? b : a));
  const nearest = near.filter((candidate) => distance(candidate) === smallest);
  return nearest.find((candidate) => nearest.length === 1 || candidate % 2n === 0n) ?? 0n;
}

test("agrees with a slow reading of the rule", () => {
  const small = fc.bigInt({ min: -300n, max: 300n });
  const large = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  for (const numbers of [small, large]) {
    fc.assert(
      fc.property(
        numbers,
        numbers.filter((value) => value !== 0n),
        (numerator, denominator) => {
          expect(divideHalfEven(numerator, denominator)).toBe(slowHalfEven(numerator, denominator));
        },
      ),
      { numRuns: 1000 },
    );
  }
});
