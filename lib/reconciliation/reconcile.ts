import { dateRange } from "@/lib/time";
import { cutDays } from "./cut-days";
import { type BothSides, findLeakage, type Leakage } from "./leakage";

export interface ReportedCost {
  /** In UTC. */
  day: string;
  model: string;
  amountNanoUsd: bigint;
}

export interface ReportedUsage {
  startMs: number;
  model: string;
  images: number;
}

export interface LoggedDay {
  /** In the workspace's time zone. */
  day: string;
  model: string;
  calls: number;
  images: number;
  unpricedImages: number;
  costNanoUsd: bigint;
  unpricedCalls: number;
  /** Unpriced calls for which no bound is known either. */
  unboundedCalls: number;
  boundLowNanoUsd: bigint;
  boundHighNanoUsd: bigint;
}

export interface ReconciledDay extends LoggedDay {
  /** In the provider's own day; null where it states no amount for any of the days. */
  providerNanoUsd: bigint | null;
  /** Cut at local midnights; null where it counts no images. */
  providerImages: number | null;
  leakage: Leakage | null;
}

export interface ReconciliationInput {
  from: string;
  /** The last day, included. */
  to: string;
  timeZone: string;
  /** From the day before the first to the day after the last, because days of two zones overlap three. */
  costs: readonly ReportedCost[];
  usage: readonly ReportedUsage[];
  logged: readonly LoggedDay[];
}

/**
 * Compares what a provider reports with what was logged, by day and model; days on which neither has anything are left
 * out. The amounts of a day are those of the provider's day and of the local day of the same date. How much of their
 * difference is only a matter of where the day is cut is one of the parts.
 */
export function reconcile(input: ReconciliationInput): ReconciledDay[] {
  const { from, to, costs, usage, logged, timeZone } = input;
  const models = new Set([...costs, ...usage, ...logged].map(({ model }) => model));
  const days = dateRange(from, to);
  const rows = [...models].flatMap((model) => {
    const own = <Row extends { model: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.model === model);
    const ownCosts = own(costs);
    const ownUsage = own(usage);
    const cut = cutDays(ownCosts, ownUsage, timeZone);
    const loggedByDay = new Map(own(logged).map((row) => [row.day, row]));
    const billed = new Map<string, bigint>();
    for (const { day, amountNanoUsd } of ownCosts) billed.set(day, (billed.get(day) ?? 0n) + amountNanoUsd);
    return days.flatMap((day): ReconciledDay[] => {
      const log = loggedByDay.get(day) ?? nothingLogged(day, model);
      const sides: BothSides = {
        providerNanoUsd: costs.length === 0 ? null : (billed.get(day) ?? 0n),
        providerShiftedNanoUsd: costs.length === 0 ? null : (cut.amounts.get(day) ?? 0n),
        providerImages: usage.length === 0 ? null : (cut.images.get(day) ?? 0),
        loggedNanoUsd: log.costNanoUsd,
        loggedImages: log.images,
        unpricedImages: log.unpricedImages,
        unpricedLowNanoUsd: log.boundLowNanoUsd,
      };
      const { providerNanoUsd, providerShiftedNanoUsd, providerImages } = sides;
      const isEmpty = !log.calls && !providerNanoUsd && !providerShiftedNanoUsd && !providerImages;
      return isEmpty ? [] : [{ ...log, providerNanoUsd, providerImages, leakage: findLeakage(sides) }];
    });
  });
  return rows.sort((a, b) => b.day.localeCompare(a.day, "en") || a.model.localeCompare(b.model, "en"));
}

function nothingLogged(day: string, model: string): LoggedDay {
  return {
    day,
    model,
    calls: 0,
    images: 0,
    unpricedImages: 0,
    costNanoUsd: 0n,
    unpricedCalls: 0,
    unboundedCalls: 0,
    boundLowNanoUsd: 0n,
    boundHighNanoUsd: 0n,
  };
}
