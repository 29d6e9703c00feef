import { nanoUsd, type NanoUsd } from "@/lib/money";
import { spreadOverDays, type DayAmount } from "@/lib/outlook";
import type { Stage } from "@/lib/scenarios";

/** What is forecast for one workflow at one stage in a month, and the first and last day of that stage. */
export interface StatementForecast {
  workflowId: string;
  stage: Stage;
  forecastNanoUsd: bigint;
  from: string;
  to: string;
}

/** What of a forecast falls on the days up to one day, that day included. */
export function forecastToDate(forecast: StatementForecast, month: string, to: string): NanoUsd {
  let sum = 0n;
  for (const { date, costNanoUsd } of daysOf(forecast, month)) if (date <= to) sum += costNanoUsd;
  return nanoUsd(sum);
}

/** A month's forecasts together, day by day; null where there is none. */
export function dailyForecast(forecasts: readonly StatementForecast[], month: string): DayAmount[] | null {
  const [first, ...others] = forecasts.map((forecast) => daysOf(forecast, month));
  if (first === undefined) return null;
  return first.map(({ date, costNanoUsd }, index) => ({
    date,
    costNanoUsd: others.reduce((sum, days) => nanoUsd(sum + (days[index]?.costNanoUsd ?? 0n)), costNanoUsd),
  }));
}

function daysOf({ forecastNanoUsd, from, to }: StatementForecast, month: string): DayAmount[] {
  return spreadOverDays({ month, amountNanoUsd: forecastNanoUsd, from, to });
}
