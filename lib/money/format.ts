import { divideHalfEven } from "./round";
import { magnitude, type NanoUsd } from "./usd";

// Written out instead of left to Intl: the same text on every machine, from the exact amount and never from a float.

const MINUS = "−";

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The size of an amount, rounded half to even to so many decimals, without a sign. */
function sizeText(amount: bigint, decimals: number): string {
  const units = divideHalfEven(magnitude(amount), 10n ** BigInt(9 - decimals));
  const digits = units.toString().padStart(decimals + 1, "0");
  const whole = group(digits.slice(0, digits.length - decimals));
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
}

/** An amount that rounds to nothing carries no sign. */
function withSign(amount: bigint, size: string, plus = ""): string {
  if (!/[1-9]/.test(size)) return `$${size}`;
  return `${amount < 0n ? MINUS : plus}$${size}`;
}

function trimZeros(size: string, atLeast: number): string {
  const [whole = "", fraction = ""] = size.split(".");
  const kept = fraction.replace(/0+$/, "").padEnd(atLeast, "0");
  return kept === "" ? whole : `${whole}.${kept}`;
}

/** Reported money, to the cent: $3,412.18. */
export function formatUsd(amount: NanoUsd): string {
  return withSign(amount, sizeText(amount, 2));
}

/** The cost of one thing, four digits after the point: $0.2108. */
export function formatUnitUsd(amount: NanoUsd): string {
  return withSign(amount, sizeText(amount, 4));
}

/** Every digit there is, and at least the cents: $0.21085. */
export function formatUsdExact(amount: NanoUsd): string {
  return withSign(amount, trimZeros(sizeText(amount, 9), 2));
}

/** A difference, to the cent, with its sign: +$222.40. */
export function formatSignedUsd(amount: NanoUsd): string {
  return withSign(amount, sizeText(amount, 2), "+");
}

const NANO_PER_USD = 1_000_000_000n;

/** An expected amount: whole dollars, as cents would feign precision, but cents below a hundred: $4,655, $3.20. */
export function formatUsdEstimate(amount: NanoUsd): string {
  if (magnitude(amount) < 100n * NANO_PER_USD) return formatUsd(amount);
  return withSign(amount, sizeText(amount, 0));
}

const STEPS = [
  { unit: 10n ** 18n, suffix: "B" },
  { unit: 10n ** 15n, suffix: "M" },
  { unit: 10n ** 12n, suffix: "k" },
] as const;

/** For axes and ranges only: $4.2k, $180, $0.25, $0.0059. */
export function formatUsdShort(amount: NanoUsd): string {
  const size = magnitude(amount);
  for (const { unit, suffix } of STEPS) {
    // From the point on where the step below would round up to a thousand.
    if (size < unit - unit / 2000n) continue;
    const tenths = divideHalfEven(size * 10n, unit);
    const text =
      tenths < 1000n ? `${tenths / 10n}.${tenths % 10n}` : group(divideHalfEven(size, unit).toString());
    return withSign(amount, trimZeros(text, 0) + suffix);
  }
  if (size >= 10n ** 10n) return withSign(amount, sizeText(amount, 0));
  const text = sizeText(amount, size < 10n ** 8n ? 4 : 2);
  const isWhole = /\.0+$/.test(text);
  return withSign(amount, trimZeros(text, isWhole ? 0 : 2));
}

/** A share given in hundredths of a per cent, to one decimal: 650 is 6.5%. */
export function formatPercent(basisPoints: number | bigint): string {
  const value = BigInt(basisPoints);
  const tenths = divideHalfEven(magnitude(value), 10n);
  const sign = value < 0n && tenths > 0n ? MINUS : "";
  return `${sign}${group((tenths / 10n).toString())}.${tenths % 10n}%`;
}
