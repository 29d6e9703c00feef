import { parseUsd } from "@/lib/money";

const DECIMAL = /^\d{1,9}(\.\d{1,9})?$/;

/** Whether two texts are one amount: 5.00 is 5. Texts that are no amounts are the same only to the letter. */
export function samePrice(a: string, b: string): boolean {
  if (!DECIMAL.test(a) || !DECIMAL.test(b)) return a === b;
  return parseUsd(a) === parseUsd(b);
}

/**
 * Whether two amounts are one but for rounding. They are less than one and a half hundredths apart, as some of
 * OpenAI's prices per image are from their own tokens; or one is the other rounded to a
 * thousandth of a dollar or finer, as prices per image are published: at the cheapest that moves them by six hundredths.
 */
export function agreesInRounding(a: string, b: string): boolean {
  const [low = 0n, high = 0n] = [parseUsd(a), parseUsd(b)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  const gap = high - low;
  if (gap * 1000n < high * 15n || gap === 0n) return true;
  const coarser = Math.min(decimals(a), decimals(b));
  return coarser >= 3 && gap * 2n <= 10n ** BigInt(9 - coarser) && gap * 100n <= high * 6n;
}

function decimals(price: string): number {
  return price.split(".")[1]?.replace(/0+$/, "").length ?? 0;
}
