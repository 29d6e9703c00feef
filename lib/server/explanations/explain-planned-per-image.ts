import "server-only";
import { deriveForecastSum, deriveQuotient, microText } from "@/lib/derivations";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import { formatMonth } from "@/lib/time";
import type { Explained, Explaining } from "./explaining";
import { loadForecasts } from "./load-forecasts";

/** Everything forecast for the month, for each image that a customer is to get. */
export async function explainPlannedPerImage(context: Explaining, month: string): Promise<Explained> {
  const forecasts = await loadForecasts(context, { month });
  const imagesMicro = forecasts.reduce((sum, forecast) => sum + forecast.imagesMicro, 0n);
  return deriveQuotient<ExplanationQuery>({
    title: `Planned cost per delivered image, ${formatMonth(month)}`,
    formula: "Forecast, rework included ÷ images for customers",
    dividend: deriveForecastSum<ExplanationQuery>(
      `Forecast, ${formatMonth(month)}`,
      forecasts.map(({ whole }) => whole),
    ),
    divisor: imagesMicro,
    partsOfOne: 1_000_000n,
    inputs: [{ name: "Images", value: microText(imagesMicro), unit: null, note: "for customers" }],
  });
}
