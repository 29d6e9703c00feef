import { divideHalfEven, nanoUsd, type NanoUsd } from "@/lib/money";

type Direction = "over" | "under" | "on";

export interface Variance {
  /** Actual minus forecast: positive is over. Null where nothing was forecast. */
  varianceNanoUsd: NanoUsd | null;
  /** Hundredths of a per cent of the forecast, rounded half to even. Null where a percentage would say nothing. */
  varianceBasisPoints: number | null;
  direction: Direction | null;
}

/**
 * How far an actual lies from its forecast, as an amount, as a share of the forecast and as a word. A forecast of
 * zero has a variance but no percentage, and neither has one so small that the percentage leaves the range of exact
 * numbers. The word follows the amount, not the rounded percentage: a nano-dollar over is over.
 */
export function compareWithForecast(input: {
  actualNanoUsd: bigint;
  forecastNanoUsd: bigint | null;
}): Variance {
  const { actualNanoUsd, forecastNanoUsd } = input;
  if (forecastNanoUsd === null) return { varianceNanoUsd: null, varianceBasisPoints: null, direction: null };

  const variance = actualNanoUsd - forecastNanoUsd;
  return {
    varianceNanoUsd: nanoUsd(variance),
    varianceBasisPoints: basisPoints(variance, forecastNanoUsd),
    direction: variance > 0n ? "over" : variance < 0n ? "under" : "on",
  };
}

function basisPoints(variance: bigint, forecast: bigint): number | null {
  if (forecast === 0n) return null;
  const share = Number(divideHalfEven(variance * 10_000n, forecast));
  return Number.isSafeInteger(share) ? share : null;
}
