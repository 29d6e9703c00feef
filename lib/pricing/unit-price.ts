import { divideHalfEven, nanoUsd, parseUsd, type NanoUsd } from "@/lib/money";

/**
 * A price, exact. `rate` counts quadrillionths (10^-15) of a nano-dollar for one unit: fine enough for nine decimals
 * per million tokens times nine decimals of a multiplier. Costs are summed in it and divided once.
 */
export interface UnitPrice {
  rate: bigint;
  /** The same in nano-dollars where that is a whole number, as it nearly always is: such costs need no big integers. */
  wholeNanoUsd: number | null;
  /** The multiplier included, as people read it: per million tokens, per image or per call. */
  usd: string;
}

const RATE_PER_NANO_USD = 10n ** 15n;

export function pricePerMillionTokens(usd: string, multiplier: string): UnitPrice {
  const exact = multiply(usd, multiplier);
  return { rate: exact, wholeNanoUsd: wholeNanoUsd(exact), usd: decimalText(exact) };
}

export function pricePerUnit(usd: string, multiplier: string): UnitPrice {
  const exact = multiply(usd, multiplier);
  const rate = exact * 1_000_000n;
  return { rate, wholeNanoUsd: wholeNanoUsd(rate), usd: decimalText(exact) };
}

/** Turns a sum of quantities times rates into money: the one rounding of a price, half to even. */
export function toNanoUsd(sum: bigint): NanoUsd {
  return nanoUsd(divideHalfEven(sum, RATE_PER_NANO_USD));
}

/** The product, in units of 10^-18 dollars. */
function multiply(usd: string, multiplier: string): bigint {
  const price = parseUsd(usd);
  const factor = parseUsd(multiplier);
  if (price < 0n || factor < 0n) throw new RangeError("A price and its multiplier cannot be negative");
  return price * factor;
}

function wholeNanoUsd(rate: bigint): number | null {
  return rate % RATE_PER_NANO_USD === 0n ? Number(rate / RATE_PER_NANO_USD) : null;
}

function decimalText(exact: bigint): string {
  const digits = exact.toString().padStart(19, "0");
  const fraction = digits.slice(-18).replace(/0+$/, "").padEnd(2, "0");
  return `${digits.slice(0, -18)}.${fraction}`;
}
