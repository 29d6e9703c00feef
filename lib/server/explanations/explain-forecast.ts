import "server-only";
import { deriveForecastSum } from "@/lib/derivations";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import { formatMonth } from "@/lib/time";
import type { Explained, Explaining } from "./explaining";
import { loadForecasts, type ForecastQuery } from "./load-forecasts";

/** What is forecast for a month, or for the days of it that have begun: each workflow and stage, and their sum. */
export async function explainForecast(
  context: Explaining,
  { span, ...query }: ForecastQuery & { span: "forecast" | "forecast_to_date" },
): Promise<Explained> {
  const forecasts = await loadForecasts(context, query);
  const lines = forecasts.map(({ whole, toDate }) => (span === "forecast" ? whole : toDate));
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return only;
  const title = span === "forecast" ? "Forecast" : "Forecast to date";
  return deriveForecastSum<ExplanationQuery>(`${title}, ${formatMonth(query.month)}`, lines);
}
