/**
 * Splits a total by weights so that the parts sum to it exactly: every part is rounded towards zero, and the units
 * left over go one each to the largest remainders, the earlier part first where they tie. Works for negative totals.
 * Weights must not be negative. Where every weight is zero nothing says how to split: a total of zero gives zeros,
 * any other is a RangeError.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n) return allocate(-total, weights).map((part) => -part);

  let sum = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new RangeError("A weight cannot be negative");
    sum += weight;
  }
  if (sum === 0n) {
    if (total !== 0n) throw new RangeError("Nothing to split the amount by: every weight is zero");
    return weights.map(() => 0n);
  }

  const parts = weights.map((weight) => (total * weight) / sum);
  let left = total;
  for (const part of parts) left -= part;
  if (left === 0n) return parts;

  const remainders = weights.map((weight, index) => ({ index, remainder: (total * weight) % sum }));
  remainders.sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const { index } of remainders.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
