import { divideHalfEven } from "@/lib/money";

export const MEASURES = ["cost", "images", "calls", "costPerImage", "errorRate", "paidLosses"] as const;
export type Measure = (typeof MEASURES)[number];

/** What the measures are made of. Each part is a sum, so that parts of disjoint calls may be added up. */
export interface MeasureSums {
  calls: number;
  /** Failed or timed out. */
  failedCalls: number;
  imagesDelivered: number;
  /** Those of the delivered images whose calls have a price. */
  imagesPriced: number;
  unpricedCalls: number;
  costNanoUsd: string;
  /** Cost of calls that delivered nothing. */
  paidLossNanoUsd: string;
}

/** `unitUsd` is the cost of one thing, which takes more digits. */
export type MeasureUnit = "usd" | "unitUsd" | "count" | "share";

export const MEASURE_UNITS: Readonly<Record<Measure, MeasureUnit>> = {
  cost: "usd",
  images: "count",
  calls: "count",
  costPerImage: "unitUsd",
  errorRate: "share",
  paidLosses: "usd",
};

/** Whether the measures of disjoint calls add up to that of all of them. A ratio's do not. */
export function isAdditive(measure: Measure): boolean {
  return measure !== "costPerImage" && measure !== "errorRate";
}

/** One of the measure's unit (a dollar, a call, the whole) in the billionths that values are kept in. */
const UNIT_NANO = 1_000_000_000n;

/**
 * The measure of some calls, in billionths of its unit; null where it is not known or not defined: an amount of calls
 * of which not one has a price, a cost per image without a priced image, a share of no calls. Ratios are rounded once,
 * half to even. Unpriced calls are in no amount.
 */
export function measureNano(measure: Measure, sums: MeasureSums): bigint | null {
  switch (measure) {
    case "cost":
      return hasPrice(sums) ? BigInt(sums.costNanoUsd) : null;
    case "paidLosses":
      return hasPrice(sums) ? BigInt(sums.paidLossNanoUsd) : null;
    case "images":
      return BigInt(sums.imagesDelivered) * UNIT_NANO;
    case "calls":
      return BigInt(sums.calls) * UNIT_NANO;
    case "costPerImage":
      return sums.imagesPriced === 0
        ? null
        : divideHalfEven(BigInt(sums.costNanoUsd), BigInt(sums.imagesPriced));
    case "errorRate":
      return sums.calls === 0
        ? null
        : divideHalfEven(BigInt(sums.failedCalls) * UNIT_NANO, BigInt(sums.calls));
  }
}

function hasPrice({ calls, unpricedCalls }: MeasureSums): boolean {
  return calls === 0 || unpricedCalls < calls;
}

export const NO_CALLS: MeasureSums = {
  calls: 0,
  failedCalls: 0,
  imagesDelivered: 0,
  imagesPriced: 0,
  unpricedCalls: 0,
  costNanoUsd: "0",
  paidLossNanoUsd: "0",
};

/** The sums of disjoint calls taken together. */
export function addMeasureSums(a: MeasureSums, b: MeasureSums): MeasureSums {
  return {
    calls: a.calls + b.calls,
    failedCalls: a.failedCalls + b.failedCalls,
    imagesDelivered: a.imagesDelivered + b.imagesDelivered,
    imagesPriced: a.imagesPriced + b.imagesPriced,
    unpricedCalls: a.unpricedCalls + b.unpricedCalls,
    costNanoUsd: String(BigInt(a.costNanoUsd) + BigInt(b.costNanoUsd)),
    paidLossNanoUsd: String(BigInt(a.paidLossNanoUsd) + BigInt(b.paidLossNanoUsd)),
  };
}
