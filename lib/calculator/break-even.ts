import { monthCost, type MonthlyTerms } from "./month-cost";

/** From this many requests a month on, until the next such point, one of two ways is cheaper, or both cost the same. */
export interface BreakEven {
  fromRequests: bigint;
  cheaper: "a" | "b" | "neither";
}

/**
 * The monthly volumes at which the cheaper of two ways to buy changes, from one request up. The first entry is who is
 * cheaper at one request; without a further one there is no break-even, which is always so where neither has a fee or
 * a minimum. Exact: costs are straight lines between the volumes that use up a minimum, so only those ends and the
 * crossing between them are looked at.
 */
export function breakEvens(a: MonthlyTerms, b: MonthlyTerms): BreakEven[] {
  const points: BreakEven[] = [];
  const look = (fromRequests: bigint) => {
    const cheaper = cheaperAt(a, b, fromRequests);
    if (points.at(-1)?.cheaper !== cheaper) points.push({ fromRequests, cheaper });
  };
  for (const requests of candidates(a, b)) look(requests);
  return points;
}

function cheaperAt(a: MonthlyTerms, b: MonthlyTerms, requests: bigint): BreakEven["cheaper"] {
  const difference = monthCost(a, requests) - monthCost(b, requests);
  return difference < 0n ? "a" : difference > 0n ? "b" : "neither";
}

/** Every whole volume at which the answer may change, in order. */
function candidates(a: MonthlyTerms, b: MonthlyTerms): bigint[] {
  const bends = [1n, ...bendsOf(a), ...bendsOf(b)].sort(ascending);
  const volumes = bends.flatMap((start, index) => {
    const end = bends[index + 1] ?? null;
    return [start, ...crossing(a, b, start).filter((volume) => end === null || volume < end)];
  });
  return [...new Set(volumes)].sort(ascending);
}

/** The last volume that the minimum covers and the first that it does not: a line begins at each. */
function bendsOf({ perRequestNanoUsd, monthlyMinimumNanoUsd }: MonthlyTerms): bigint[] {
  if (perRequestNanoUsd === 0n) return [];
  const last = monthlyMinimumNanoUsd / perRequestNanoUsd;
  return [last, last + 1n].filter((volume) => volume >= 1n);
}

/** Where the lines that hold from a volume on cross: the whole volume at or below the crossing and the two after it. */
function crossing(a: MonthlyTerms, b: MonthlyTerms, start: bigint): bigint[] {
  const gap = monthCost(a, start) - monthCost(b, start);
  const closing =
    monthCost(b, start + 1n) - monthCost(b, start) - (monthCost(a, start + 1n) - monthCost(a, start));
  if (closing === 0n) return [];
  const steps = gap / closing;
  if (steps < 0n) return [];
  return [start + steps, start + steps + 1n];
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
