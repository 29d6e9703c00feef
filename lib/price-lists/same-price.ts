import { parseUsd } from "@/lib/money";

const DECIMAL = /^\d{1,9}(\.\d{1,9})?$/;

/** Whether two texts are one amount: 5.00 is 5. Texts that are no amounts are the same only to the letter. */
export function samePrice(a: string, b: string): boolean {
  if (!DECIMAL.test(a) || !DECIMAL.test(b)) return a === b;
  return parseUsd(a) === parseUsd(b);
}

/** Whether two amounts are one but for rounding: one is the other to its own decimals, or they differ by less than a hundredth. */
export function agreesInRounding(a: string, b: string): boolean {
  const [low, high] = [parseUsd(a), parseUsd(b)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  if (low === undefined || high === undefined) return true;
  const gap = high - low;
  if (gap * 100n < high) return true;
  // Half a unit in the last place of whichever is stated more coarsely.
  const coarser = Math.min(decimals(a), decimals(b));
  return gap * 2n <= 10n ** BigInt(9 - coarser);
}

function decimals(price: string): number {
  return price.split(".")[1]?.replace(/0+$/, "").length ?? 0;
}
