import { expect, test } from "vitest";
import { formatUsdEstimate } from "./estimate";
import { parseUsd } from "./usd";

test.each([
  ["4654.61", "$4,655"],
  ["4654.5", "$4,654"],
  ["-1234.2", "−$1,234"],
  ["99.999", "$100.00"],
  ["100", "$100"],
  ["3.2", "$3.20"],
  ["0", "$0.00"],
])("an expected %s dollars is written %s", (amount, text) => {
  expect(formatUsdEstimate(parseUsd(amount))).toBe(text);
});
