import type { LoggedRequest } from "./request-log";

/**
 * What one picture of 1024x1024 costs by OpenAI's list: its output tokens at $30 a million, in nano-dollars. Rounded to a
 * tenth of a cent these are the $0.006, $0.053 and $0.211 of its table.
 */
export const PICTURE_NANO_USD = { low: 196n * 30_000n, medium: 1756n * 30_000n, high: 7024n * 30_000n };

export interface Sums {
  calls: number;
  imagesRequested: number;
  imagesDelivered: number;
  costNanoUsd: bigint;
  unpricedCalls: number;
  boundLowNanoUsd: bigint;
  boundHighNanoUsd: bigint;
}

/** What a group of a series tells of its calls on one day. */
export type DaySums = Pick<Sums, "calls" | "imagesDelivered" | "costNanoUsd" | "unpricedCalls">;

export const NOTHING: Sums = {
  calls: 0,
  imagesRequested: 0,
  imagesDelivered: 0,
  costNanoUsd: 0n,
  unpricedCalls: 0,
  boundLowNanoUsd: 0n,
  boundHighNanoUsd: 0n,
};

/**
 * A call that succeeded in a known quality has a price. Of one whose quality is not known the price is between the least
 * and the dearest; of one that did not succeed nobody knows whether it is billed.
 */
export function sumsOf(requests: readonly LoggedRequest[]): Sums {
  const sums = { ...NOTHING };
  for (const { outcome, n, quality } of requests) {
    const pictures = BigInt(n);
    sums.calls += 1;
    sums.imagesRequested += n;
    if (outcome === "succeeded") sums.imagesDelivered += n;
    if (outcome === "succeeded" && quality !== null) {
      sums.costNanoUsd += pictures * PICTURE_NANO_USD[quality];
    } else {
      sums.unpricedCalls += 1;
      if (outcome === "succeeded") sums.boundLowNanoUsd += pictures * PICTURE_NANO_USD[quality ?? "low"];
      sums.boundHighNanoUsd += pictures * PICTURE_NANO_USD[quality ?? "high"];
    }
  }
  return sums;
}

/** The requests in groups, by what they have in common. */
export function groupBy(
  requests: readonly LoggedRequest[],
  keyOf: (request: LoggedRequest) => string,
): Map<string, LoggedRequest[]> {
  const groups = new Map<string, LoggedRequest[]>();
  for (const request of requests) {
    const key = keyOf(request);
    const known = groups.get(key);
    if (known) known.push(request);
    else groups.set(key, [request]);
  }
  return groups;
}
