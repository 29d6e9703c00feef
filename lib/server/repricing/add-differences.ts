import "server-only";
import type { RepricingDifference, RepricingOutcome, RepricingSide } from "@/lib/contracts/repricings";

const NOTHING: RepricingSide = {
  costNanoUsd: "0",
  unpricedCalls: 0,
  unboundedCalls: 0,
  boundLowNanoUsd: "0",
  boundHighNanoUsd: "0",
};

type Sums = Pick<RepricingDifference, "callsRead" | "callsChanged" | "before" | "after">;

/** The differences of disjoint sets of calls taken together: one for each month, provider and model, in this order. */
export function addDifferences(parts: readonly (readonly RepricingDifference[])[]): RepricingDifference[] {
  const sums = new Map<string, RepricingDifference>();
  for (const part of parts.flat()) {
    const key = JSON.stringify([part.month, part.provider, part.model]);
    const known = sums.get(key);
    sums.set(key, known ? { ...known, ...addSums(known, part) } : part);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

/** Differences with what they add up to. */
export function toOutcome(differences: readonly RepricingDifference[]): RepricingOutcome {
  const total = differences.reduce<Sums>(addSums, {
    callsRead: 0,
    callsChanged: 0,
    before: NOTHING,
    after: NOTHING,
  });
  return { differences: differences.map(withDifference), total: withDifference(total) };
}

function withDifference<Row extends Sums>(row: Row): Row & { differenceNanoUsd: string } {
  return {
    ...row,
    differenceNanoUsd: String(BigInt(row.after.costNanoUsd) - BigInt(row.before.costNanoUsd)),
  };
}

function addSums(a: Sums, b: Sums): Sums {
  return {
    callsRead: a.callsRead + b.callsRead,
    callsChanged: a.callsChanged + b.callsChanged,
    before: addSides(a.before, b.before),
    after: addSides(a.after, b.after),
  };
}

function addSides(a: RepricingSide, b: RepricingSide): RepricingSide {
  const amount = (key: "costNanoUsd" | "boundLowNanoUsd" | "boundHighNanoUsd") =>
    String(BigInt(a[key]) + BigInt(b[key]));
  return {
    costNanoUsd: amount("costNanoUsd"),
    unpricedCalls: a.unpricedCalls + b.unpricedCalls,
    unboundedCalls: a.unboundedCalls + b.unboundedCalls,
    boundLowNanoUsd: amount("boundLowNanoUsd"),
    boundHighNanoUsd: amount("boundHighNanoUsd"),
  };
}
