import { describe, expect, test } from "vitest";
import { agreesInRounding, samePrice } from "./same-price";

test.each([
  ["5.00", "5", true],
  ["0.040", "0.04", true],
  ["5", "5.01", false],
  ["by token", "by token", true],
  ["2026-12-01", "2026-12-02", false],
])("%s and %s: the same is %s", (a, b, is) => {
  expect(samePrice(a, b)).toBe(is);
});

describe("agreesInRounding", () => {
  // OpenAI's own prices per image beside the tokens times the price of a token.
  test.each([
    ["0.009", "0.008704", true],
    ["0.05", "0.050176", true],
    ["0.167", "0.1664", true],
    ["0.005", "0.00474", true],
    ["0.02", "0.019922944", true],
    ["0.04", "0.05", false],
    ["8", "10", false],
    ["8", "8.4", false],
    ["0.03", "0.025", false],
    ["0.005", "0.002176", false],
  ])("%s and %s: %s", (a, b, agrees) => {
    expect(agreesInRounding(a, b)).toBe(agrees);
    expect(agreesInRounding(b, a)).toBe(agrees);
  });
});
