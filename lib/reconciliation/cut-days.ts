import { allocate } from "@/lib/money";
import { addDays } from "@/lib/time";
import { localDate } from "@/lib/time/zone";

/** What a provider bills for a day of its own, which is one in UTC. */
export interface ProviderDay {
  day: string;
  amountNanoUsd: bigint;
}

/** What a provider counted in an hour, or in any other bucket that lies within a day of UTC. */
export interface ProviderHour {
  startMs: number;
  images: number;
}

export interface CutDays {
  /** The amount of each local day. */
  amounts: Map<string, bigint>;
  /** The images of each local day. */
  images: Map<string, number>;
}

/**
 * Cuts the days of a provider again at the midnights of a time zone. Images are counted by the day of the zone in which
 * their hour begins: exact where the zone is whole hours from UTC, and up to an hour off elsewhere. An amount, which is
 * known by the day only, goes with the images of its hours, in parts that sum to it exactly; without any it stays in the
 * day of the same name.
 */
export function cutDays(
  days: readonly ProviderDay[],
  hours: readonly ProviderHour[],
  timeZone: string,
): CutDays {
  const images = new Map<string, number>();
  /** By day in UTC, how many of its images were made on the local day before, the same, and the next. */
  const spread = new Map<string, [number, number, number]>();
  for (const { startMs, images: count } of hours) {
    const utcDay = new Date(startMs).toISOString().slice(0, 10);
    const localDay = localDate(startMs, timeZone);
    images.set(localDay, (images.get(localDay) ?? 0) + count);
    const counts = spread.get(utcDay) ?? [0, 0, 0];
    counts[localDay < utcDay ? 0 : localDay === utcDay ? 1 : 2] += count;
    spread.set(utcDay, counts);
  }

  const amounts = new Map<string, bigint>();
  const add = (day: string, amount: bigint) => amounts.set(day, (amounts.get(day) ?? 0n) + amount);
  for (const { day, amountNanoUsd } of days) {
    const counts = spread.get(day) ?? [0, 0, 0];
    const weights = counts.every((count) => count === 0) ? [0, 1, 0] : counts;
    const [before = 0n, same = 0n, after = 0n] = allocate(amountNanoUsd, weights.map(BigInt));
    if (before !== 0n) add(addDays(day, -1), before);
    add(day, same);
    if (after !== 0n) add(addDays(day, 1), after);
  }
  return { amounts, images };
}
