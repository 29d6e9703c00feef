import { formatUsdShort, nanoUsd } from "@/lib/money";

export interface ValueAxis {
  /** Dollars at the top of the chart. The bottom is zero. */
  max: number;
  ticks: { value: number; label: string }[];
}

const NICE_STEPS = [1, 2, 2.5, 5, 10];

// Above the highest value, so that a marker or a label on it has room.
const HEADROOM = 1.05;

/**
 * An axis from zero, of money where nothing else is said, in round steps, at most as many as asked for, up to a little above the highest value.
 * Without any positive value it spans one, so that a line of zeros has somewhere to lie.
 */
export function prepareValueAxis(
  values: readonly (number | null)[],
  maxSteps = 4,
  label = (nano: bigint) => formatUsdShort(nanoUsd(nano)),
): ValueAxis {
  const highest = values.reduce<number>((high, value) => Math.max(high, value ?? 0), 0) || 1;
  const { step, decimals } = niceStep(highest, maxSteps);
  // A hair of tolerance, so that a floating-point error does not drop the tick that the highest value stands on.
  const steps = Math.floor(highest / step + 1e-9);
  const ticks = Array.from({ length: steps + 1 }, (_, index) => {
    const value = Number((index * step).toFixed(decimals));
    return { value, label: label(BigInt(Math.round(value * 1e9))) };
  });
  return { max: highest * HEADROOM, ticks };
}

function niceStep(highest: number, maxSteps: number): { step: number; decimals: number } {
  const rough = highest / maxSteps;
  // Amounts have nine decimals, so no step is finer than that.
  const power = Math.max(-9, Math.floor(Math.log10(rough)));
  const base = 10 ** power;
  const nice = NICE_STEPS.find((candidate) => candidate * base >= rough * (1 - 1e-12)) ?? 10;
  const decimals = Math.min(9, Math.max(0, nice === 2.5 ? 1 - power : -power));
  return { step: Number((nice * base).toFixed(9)), decimals };
}
