import { divideHalfEven } from "@/lib/money";

/** A decimal number, exact: `digits` shifted right by `scale` places. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const MAX_EXPONENT = 30;

/** Reads 12, -3.50, .5, 5.27e-05 and a leading dollar sign; null for anything else, such as 1,024 or 0x10. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)\$?(\d{0,30})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole + fraction === "" || Math.abs(Number(exponent)) > MAX_EXPONENT) return null;
  const size = BigInt(whole + fraction);
  const scale = fraction.length - Number(exponent);
  const digits = sign === "-" ? -size : size;
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** A number from a mapping, as the decimal that people wrote. */
export function decimalOf(value: number): Decimal {
  const decimal = parseDecimal(String(value));
  if (decimal === null) throw new RangeError(`Not a finite number: ${value}`);
  return decimal;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** The nearest number with so many places, a tie going to the even one, as digits without a point. */
export function roundTo(value: Decimal, scale: number): bigint {
  if (value.scale <= scale) return value.digits * 10n ** BigInt(scale - value.scale);
  return divideHalfEven(value.digits, 10n ** BigInt(value.scale - scale));
}

export function isInteger(value: Decimal): boolean {
  return value.digits % 10n ** BigInt(value.scale) === 0n;
}

/** For comparisons with thresholds only. */
export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`);
}
