import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pricePerPicture, shiftedPrice } from "./exact-decimal";
import { RowProblem } from "./price-list";

describe("shiftedPrice", () => {
  test.each([
    [1.9e-8, 6, "0.019"],
    [5e-6, 6, "5"],
    [3.2e-5, 6, "32"],
    [1.25e-7, 6, "0.125"],
    [1e-15, 6, "0.000000001"],
    [0.0672, 0, "0.0672"],
    [21.1, -2, "0.211"],
    [0.000125, 4, "1.25"],
    [1200, 0, "1200"],
    [1e21, 0, "1000000000000000000000"],
  ])("%d shifted by %d is %s, with no noise of floating point", (value, shift, text) => {
    expect(shiftedPrice(value, shift, "per unit")).toBe(text);
  });

  test("a tenth decimal is refused, and named", () => {
    expect(() => shiftedPrice(4.00000000000001e-8, 6, "per million tokens")).toThrow(RowProblem);
    expect(() => shiftedPrice(0.1 + 0.2, 0, "per image")).toThrow(/more than nine decimals per image/);
  });

  test("any price of up to nine decimals comes through exactly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 0, max: 9 }),
        (digits, places) => {
          const text = shiftedPrice(Number(`${digits}e-${places}`), 0, "per image");
          const [whole = "", fraction = ""] = text.split(".");
          expect(BigInt(whole + fraction.padEnd(9, "0"))).toBe(BigInt(digits) * 10n ** BigInt(9 - places));
        },
      ),
    );
  });
});

// By hand: 19 × 1,048,576 = 19,922,944 billionths; 24,414 × 65,536 = 1,599,995,904, which nine decimals round.
test.each([
  [1.9e-8, 1_048_576, "0.019922944"],
  [2.4414e-7, 65_536, "0.015999959"],
  [6.86e-8, 262_144, "0.017983078"],
  [2.0751953125e-9, 1_048_576, "0.002176"],
  [1.59263611e-7, 1_048_576, "0.167"],
  [1e-9, 1_000_000, "0.001"],
])("%d a pixel is %s for so many", (perPixel, pixels, price) => {
  expect(pricePerPicture(perPixel, pixels)).toBe(price);
});
