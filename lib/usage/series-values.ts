import { addMeasureSums, measureNano, type Measure, type MeasureSums, NO_CALLS } from "./measures";

/** The sums of one period that has calls. */
export interface SeriesPoint extends MeasureSums {
  period: string;
}

/**
 * The measure for each period of the axis, in billionths of its unit; null is a gap: no calls, or none whose measure is
 * known. Cumulative, each is that of everything up to the period's end: a period without calls keeps where it stood,
 * and only those before the first call are gaps.
 */
export function seriesValues(
  points: readonly SeriesPoint[],
  ask: { periods: readonly string[]; measure: Measure; isCumulative: boolean },
): (bigint | null)[] {
  const sums = new Map(points.map((point) => [point.period, point]));
  let running: MeasureSums = NO_CALLS;
  return ask.periods.map((period) => {
    const own = sums.get(period);
    if (ask.isCumulative) {
      if (own) running = addMeasureSums(running, own);
      return running.calls === 0 ? null : measureNano(ask.measure, running);
    }
    return own ? measureNano(ask.measure, own) : null;
  });
}
