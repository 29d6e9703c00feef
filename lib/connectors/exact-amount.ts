import { divideHalfEven } from "@/lib/money";

const LARGEST = 2n ** 63n - 1n;

/**
 * A JSON number of US dollars in nano-dollars, or null where it is no amount that can be stored. The shortest decimal that
 * stands for the number is taken, which is what was sent, up to fifteen digits: 0.06 is 60,000,000 and not a little less.
 * Beyond nine decimals it is rounded half to even.
 */
export function nanoUsdOfNumber(value: number): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const shift = 9 - fraction.length + Number(exponent);
  if (shift > 30 || shift < -400) return null;
  const digits = BigInt(whole + fraction);
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : divideHalfEven(digits, 10n ** BigInt(-shift));
  if (size > LARGEST) return null;
  return sign === "-" ? -size : size;
}
