/**
 * The quotient rounded to the nearest integer, a tie going to the even neighbour, so that many roundings do not
 * drift upwards. The one rounding rule for money. A zero denominator is a RangeError.
 */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return divideHalfEven(-numerator, -denominator);
  const quotient = numerator / denominator;
  const remainder = numerator - quotient * denominator;
  if (remainder === 0n) return quotient;

  const twice = remainder < 0n ? -2n * remainder : 2n * remainder;
  const staysPut = twice < denominator || (twice === denominator && quotient % 2n === 0n);
  if (staysPut) return quotient;
  return numerator < 0n ? quotient - 1n : quotient + 1n;
}
