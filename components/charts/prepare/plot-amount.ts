/**
 * Dollars as a number, for a position on an axis and nothing else: what a chart writes, lists or exports is always
 * made from the exact amount.
 */
export function plotDollars(amountNanoUsd: string): number {
  return Number(BigInt(amountNanoUsd)) / 1e9;
}
