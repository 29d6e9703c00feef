import { divideHalfEven } from "@/lib/money";

/** What a provider says of some calls, and what was logged of them. Amounts in nano-dollars. */
export interface BothSides {
  /** What the provider bills, in its own buckets; null where it states no amount. */
  providerNanoUsd: bigint | null;
  /** The same amount cut at the midnights of the log. */
  providerShiftedNanoUsd: bigint | null;
  /** Images that the provider counted, cut at the midnights of the log; null where it states none. */
  providerImages: number | null;
  loggedNanoUsd: bigint;
  /** Images of logged calls that may be billed. */
  loggedImages: number;
  /** Of these, images of calls without a price. */
  unpricedImages: number;
  /** The least that calls without a price can have cost. */
  unpricedLowNanoUsd: bigint;
}

/** Where a difference comes from. The parts sum to the provider's amount less the logged one, exactly. */
export interface Leakage {
  /** Of another day: the provider's days begin at midnight in UTC, those of the log at midnight in its time zone. */
  timeZone: bigint;
  /** Images that the provider counted and nobody logged, at the provider's price of an image. */
  unlogged: bigint;
  /** Logged images that the provider did not count, at the logged price of an image. Never above zero. */
  notReported: bigint;
  /** Logged images without a price, at the provider's price of an image; at the least they can cost where it counts none. */
  unpriced: bigint;
  /** The same images at another price. */
  price: bigint;
  /** What cannot be told apart, because the provider counts no images here. */
  unexplained: bigint;
}

export const NO_LEAKAGE: Leakage = {
  timeZone: 0n,
  unlogged: 0n,
  notReported: 0n,
  unpriced: 0n,
  price: 0n,
  unexplained: 0n,
};

/**
 * Takes the difference between a provider's amount and the logged one apart; null where the provider states no amount.
 * Each part is rounded once, half to even, and the last one takes what is left, so that the parts sum exactly.
 */
export function findLeakage(sides: BothSides): Leakage | null {
  const { providerNanoUsd, loggedNanoUsd, providerImages } = sides;
  if (providerNanoUsd === null) return null;
  const shifted = sides.providerShiftedNanoUsd ?? providerNanoUsd;
  const timeZone = providerNanoUsd - shifted;
  const left = shifted - loggedNanoUsd;
  if (providerImages === null || (providerImages === 0 && shifted !== 0n)) {
    const least = left < sides.unpricedLowNanoUsd ? left : sides.unpricedLowNanoUsd;
    const unpriced = least > 0n ? least : 0n;
    return { ...NO_LEAKAGE, timeZone, unpriced, unexplained: left - unpriced };
  }
  const matched = Math.min(providerImages, sides.loggedImages);
  const unlogged = share(shifted, providerImages - matched, providerImages);
  const notReported = -share(loggedNanoUsd, sides.loggedImages - matched, sides.loggedImages);
  const unpriced = share(shifted - unlogged, Math.min(sides.unpricedImages, matched), matched);
  return {
    timeZone,
    unlogged,
    notReported,
    unpriced,
    price: left - unlogged - notReported - unpriced,
    unexplained: 0n,
  };
}

export function addLeakage(parts: readonly Leakage[]): Leakage {
  return parts.reduce(
    (sum, part) => ({
      timeZone: sum.timeZone + part.timeZone,
      unlogged: sum.unlogged + part.unlogged,
      notReported: sum.notReported + part.notReported,
      unpriced: sum.unpriced + part.unpriced,
      price: sum.price + part.price,
      unexplained: sum.unexplained + part.unexplained,
    }),
    NO_LEAKAGE,
  );
}

function share(amount: bigint, part: number, whole: number): bigint {
  return whole === 0 ? 0n : divideHalfEven(amount * BigInt(part), BigInt(whole));
}
