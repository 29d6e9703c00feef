import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZERO_NANO_USD, nanoUsd, parseUsd, sumNanoUsd, usdDecimal } from "./usd";

const storable = fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }).map(nanoUsd);

describe("parseUsd", () => {
  test.each([
    ["0.210850000", 210_850_000n],
    ["0.21085", 210_850_000n],
    ["30.00", 30_000_000_000n],
    ["12", 12_000_000_000n],
    ["-3.5", -3_500_000_000n],
    ["0.000000001", 1n],
    ["0", 0n],
    ["-0", 0n],
    ["9223372036.854775807", 9_223_372_036_854_775_807n],
  ])("reads %s", (text, amount) => {
    expect(parseUsd(text)).toBe(amount);
  });

  test.each([
    "",
    " 1",
    "1 ",
    "+1",
    ".5",
    "5.",
    "1,000",
    "1e3",
    "$1",
    "0x10",
    "NaN",
    "Infinity",
    "1.2.3",
    "--1",
    "−1",
    "١",
    "0.0000000001",
    "9223372036.854775808",
    "9".repeat(400),
  ])("refuses %j", (text) => {
    expect(() => parseUsd(text)).toThrow(RangeError);
  });
});

test("an amount survives being written and read", () => {
  fc.assert(
    fc.property(storable, (amount) => {
      const text = usdDecimal(amount);
      expect(text).toMatch(/^-?\d+\.\d{9}$/);
      expect(parseUsd(text)).toBe(amount);
    }),
  );
});

test.each([
  [210_850_000n, "0.210850000"],
  [-1n, "-0.000000001"],
  [0n, "0.000000000"],
  [3_412_180_000_000n, "3412.180000000"],
])("%s is written with nine decimals", (amount, text) => {
  expect(usdDecimal(nanoUsd(amount))).toBe(text);
});

test("adding up does not depend on the order", () => {
  fc.assert(
    fc.property(fc.array(storable), (amounts) => {
      const sum = sumNanoUsd(amounts);
      expect(sumNanoUsd(amounts.toReversed())).toBe(sum);
    }),
  );
  expect(sumNanoUsd([])).toBe(ZERO_NANO_USD);
});
