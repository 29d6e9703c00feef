/** A number with at most two decimals as an exact count of hundredths; of a percentage, of basis points. */
export function hundredths(value: number): bigint {
  return BigInt(Math.round(value * 100));
}
