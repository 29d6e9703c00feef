import { nanoUsd, sumNanoUsd, type NanoUsd } from "@/lib/money";
import { compareWithForecast, type Variance } from "@/lib/variance";
import { forecastToDate, type StatementForecast } from "./forecast-to-date";
import { monthState, reportedPeriod, type MonthState } from "./month-state";

export interface MonthSummary extends Variance {
  month: string;
  state: MonthState;
  actualNanoUsd: NanoUsd | null;
  forecastNanoUsd: NanoUsd | null;
}

/**
 * One line on a month: the totals that its statement comes to, without its lines. A month without calls has no actual,
 * and yet is under its forecast by all of it.
 */
export function prepareMonthSummary(input: {
  month: string;
  today: string;
  actualNanoUsd: NanoUsd | null;
  forecasts: readonly StatementForecast[];
}): MonthSummary {
  const { month, today, actualNanoUsd, forecasts } = input;
  const state = monthState(month, today);
  const { to } = reportedPeriod(month, today);
  const forecastNanoUsd =
    forecasts.length === 0
      ? null
      : sumNanoUsd(forecasts.map((forecast) => forecastToDate(forecast, month, to)));
  return {
    month,
    state,
    actualNanoUsd,
    forecastNanoUsd,
    ...compareWithForecast({
      actualNanoUsd: actualNanoUsd ?? nanoUsd(0n),
      forecastNanoUsd: state === "future" ? null : forecastNanoUsd,
    }),
  };
}
