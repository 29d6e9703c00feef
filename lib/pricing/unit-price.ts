import { divideHalfEven, nanoUsd, parseUsd, type NanoUsd } from "@/lib/money";

/**
 * A price, exact. `rate` counts units of 10^-51 dollars for one thing: fine enough for nine decimals each of a price, a
 * price per credit, two multipliers and a currency, per million. Costs are summed in it and divided once.
 */
export interface UnitPrice {
  rate: bigint;
  /** The same in nano-dollars where that is a whole number, as it nearly always is: such costs need no big integers. */
  wholeNanoUsd: number | null;
  /** In US dollars with every factor included, as people read it: per million tokens, or for one thing. */
  usd: string;
}

const DECIMALS_OF_A_FACTOR = 9;
const MOST_FACTORS = 5;
const EXACT_DECIMALS = DECIMALS_OF_A_FACTOR * MOST_FACTORS;
const MILLION = 1_000_000n;
const RATE_PER_NANO_USD = 10n ** BigInt(EXACT_DECIMALS + 6 - 9);

/** The product of decimal strings as a price per million tokens. A negative factor or one that is no decimal is a RangeError. */
export function pricePerMillionTokens(...factors: readonly string[]): UnitPrice {
  const exact = multiply(factors);
  return { rate: exact, wholeNanoUsd: wholeNanoUsd(exact), usd: decimalText(exact) };
}

/** The product of decimal strings as the price of one thing. */
export function pricePerUnit(...factors: readonly string[]): UnitPrice {
  const exact = multiply(factors);
  const rate = exact * MILLION;
  return { rate, wholeNanoUsd: wholeNanoUsd(rate), usd: decimalText(exact) };
}

/** What is missing to a least price, as a price of its own. */
export function priceOfRate(rate: bigint): UnitPrice {
  return { rate, wholeNanoUsd: wholeNanoUsd(rate), usd: decimalText(rate / MILLION) };
}

/**
 * Turns a sum of quantities times rates into money: the one rounding of a price, half to even. What costs anything costs
 * a nano-dollar at least, because only what is free may be nothing.
 */
export function toNanoUsd(sum: bigint): NanoUsd {
  const rounded = divideHalfEven(sum, RATE_PER_NANO_USD);
  return nanoUsd(rounded === 0n && sum > 0n ? 1n : rounded);
}

/** The product, in units of 10^-45 dollars. */
function multiply(factors: readonly string[]): bigint {
  if (factors.length > MOST_FACTORS) throw new RangeError("A price has too many factors");
  let product = 1n;
  for (const factor of factors) {
    const parsed = parseUsd(factor);
    if (parsed < 0n) throw new RangeError("A price and its multiplier cannot be negative");
    product *= parsed;
  }
  return product * 10n ** BigInt(EXACT_DECIMALS - DECIMALS_OF_A_FACTOR * factors.length);
}

function wholeNanoUsd(rate: bigint): number | null {
  return rate % RATE_PER_NANO_USD === 0n ? Number(rate / RATE_PER_NANO_USD) : null;
}

function decimalText(exact: bigint): string {
  const digits = exact.toString().padStart(EXACT_DECIMALS + 1, "0");
  const fraction = digits.slice(-EXACT_DECIMALS).replace(/0+$/, "").padEnd(2, "0");
  return `${digits.slice(0, -EXACT_DECIMALS)}.${fraction}`;
}
