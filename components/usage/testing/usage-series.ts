import type { SeriesTotals, UsageSeries } from "@/lib/contracts/usage";

/** Answers of the usage series for tests, with what a test does not speak of left at nothing. */

export function seriesTotals(rest: Partial<SeriesTotals> = {}): SeriesTotals {
  return {
    calls: 0,
    failedCalls: 0,
    imagesRequested: 0,
    imagesDelivered: 0,
    imagesPriced: 0,
    imagesAccepted: 0,
    imagesJudged: 0,
    costNanoUsd: "0",
    paidLossNanoUsd: "0",
    reworkNanoUsd: "0",
    unpricedCalls: 0,
    unboundedCalls: 0,
    billingUnknownCalls: 0,
    boundLowNanoUsd: "0",
    boundHighNanoUsd: "0",
    costPerDeliveredImageNanoUsd: null,
    ...rest,
  };
}

export function seriesGroup(key: string | null, costNanoUsd: string): UsageSeries["groups"][number] {
  return {
    key,
    label: key ?? "None",
    thenKey: null,
    thenLabel: null,
    totals: seriesTotals({ calls: 1, costNanoUsd }),
    previous: null,
    points: [],
  };
}

export function usageSeries(rest: Partial<UsageSeries>): UsageSeries {
  return {
    timeZone: "UTC",
    from: "2026-11-01",
    to: "2026-11-30",
    interval: "day",
    groups: [],
    other: null,
    totals: seriesTotals(),
    points: [],
    previous: null,
    ...rest,
  };
}
