import "server-only";
import { derive, deriveDifference } from "@/lib/derivations";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import { nanoUsd } from "@/lib/money";
import { loggedPeriod } from "@/lib/reports";
import { formatMonth } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import { listStatementForecasts } from "@/lib/server/reports/list-statement-forecasts";
import { loadMonth } from "@/lib/server/reports/load-month";
import { explainCalls } from "./explain-calls";
import { explainForecast } from "./explain-forecast";
import type { Explained, Explaining } from "./explaining";
import type { ForecastQuery } from "./load-forecasts";

const EXACT = "The difference of two amounts in billionths of a dollar; nothing was rounded.";

/** Actual minus forecast of the same days, of a month or of one line of its statement. */
export async function explainVariance(context: Explaining, query: ForecastQuery): Promise<Explained> {
  const { tx, workspace, now } = context;
  const { month, workflow, stage } = query;
  const today = localDate(now.getTime(), workspace.timeZone);
  const forecasts = await listStatementForecasts(tx, workspace, { from: month, to: month }, now);
  const { statement } = await loadMonth(tx, workspace, { month, today, forecasts });
  const title = `Variance, ${[formatMonth(month), workflow, stage].filter(Boolean).join(", ")}`;
  if (statement.state === "future" || forecasts.length === 0) {
    const formula =
      statement.state === "future" ? "Nothing to compare: the month is to come" : "Nothing was forecast";
    return derive<ExplanationQuery>({ title, amountNanoUsd: null, formula, rounding: EXACT });
  }

  const forecast = await explainForecast(context, { ...query, span: "forecast_to_date" });
  const actual = await explainCalls(context, "usage", { ...loggedPeriod(month, today), workflow, stage });
  const isForecast = forecast.amountNanoUsd !== null;
  return deriveDifference<ExplanationQuery>({
    title,
    formula: "Actual − forecast of the same days",
    of: actual,
    less: isForecast ? forecast : { ...forecast, amountNanoUsd: nanoUsd(0n) },
    notes: isForecast ? [] : ["Nobody forecast this, so all of it is over."],
  });
}
