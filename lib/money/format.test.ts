import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatPercent,
  formatSignedUsd,
  formatUnitUsd,
  formatUsd,
  formatUsdEstimate,
  formatUsdExact,
  formatUsdShort,
} from "./format";
import { nanoUsd, parseUsd } from "./usd";

const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(nanoUsd);

test.each([
  ["3412.18", "$3,412.18"],
  ["0", "$0.00"],
  ["1234567.891", "$1,234,567.89"],
  ["-12.5", "−$12.50"],
  ["0.005", "$0.00"],
  ["0.015", "$0.02"],
  ["0.005000001", "$0.01"],
  ["-0.004", "$0.00"],
  ["999.995", "$1,000.00"],
])("%s is reported to the cent as %s", (amount, text) => {
  expect(formatUsd(parseUsd(amount))).toBe(text);
});

test.each([
  ["0.21085", "$0.2108"],
  ["0.21075", "$0.2108"],
  ["0.00588", "$0.0059"],
  ["12", "$12.0000"],
])("%s as a unit cost is %s", (amount, text) => {
  expect(formatUnitUsd(parseUsd(amount))).toBe(text);
});

test.each([
  ["0.21085", "$0.21085"],
  ["0.000000001", "$0.000000001"],
  ["3412.1", "$3,412.10"],
  ["-0.5", "−$0.50"],
  ["0", "$0.00"],
])("%s with every digit is %s", (amount, text) => {
  expect(formatUsdExact(parseUsd(amount))).toBe(text);
});

test.each([
  ["222.4", "+$222.40"],
  ["-222.4", "−$222.40"],
  ["0", "$0.00"],
  ["0.001", "$0.00"],
])("%s as a difference is %s", (amount, text) => {
  expect(formatSignedUsd(parseUsd(amount))).toBe(text);
});

test.each([
  ["4655.4", "$4,655"],
  ["100", "$100"],
  ["99.5", "$99.50"],
  ["-4655.4", "−$4,655"],
  ["0", "$0.00"],
])("%s as an expectation is %s", (amount, text) => {
  expect(formatUsdEstimate(parseUsd(amount))).toBe(text);
});

test.each([
  ["0", "$0"],
  ["0.00588", "$0.0059"],
  ["0.05", "$0.05"],
  ["0.25", "$0.25"],
  ["5", "$5"],
  ["7.5", "$7.50"],
  ["180.4", "$180"],
  ["999.4", "$999"],
  ["999.6", "$1k"],
  ["4200", "$4.2k"],
  ["-4200", "−$4.2k"],
  ["12500", "$12.5k"],
  ["99960", "$100k"],
  ["420400", "$420k"],
  ["999600", "$1M"],
  ["3400000", "$3.4M"],
  ["2500000000", "$2.5B"],
])("%s on an axis is %s", (amount, text) => {
  expect(formatUsdShort(parseUsd(amount))).toBe(text);
});

test.each([
  [650, "6.5%"],
  [0, "0.0%"],
  [-1234, "−12.3%"],
  [-4, "0.0%"],
  [65, "0.6%"],
  [1_234_567n, "12,345.7%"],
])("%s basis points are %s", (basisPoints, text) => {
  expect(formatPercent(basisPoints)).toBe(text);
});

test("whole cents read back unchanged", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }), (cents) => {
      const amount = nanoUsd(cents * 10_000_000n);
      expect(parseUsd(formatUsd(amount).replace("−", "-").replace(/[$,]/g, ""))).toBe(amount);
    }),
  );
});

test("the exact form reads back unchanged, and groups as Intl does", () => {
  const intl = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 9 });
  fc.assert(
    fc.property(amounts, (amount) => {
      const text = formatUsdExact(amount).replace("−", "-").replace("$", "");
      expect(parseUsd(text.replaceAll(",", ""))).toBe(amount);
      const [whole = ""] = text.split(".");
      expect(whole.replace("-", "")).toBe(intl.format(BigInt(whole.replace(/\D/g, ""))).replace(".00", ""));
    }),
  );
});
