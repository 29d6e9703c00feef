import { formatUsdExact, nanoUsd, sumNanoUsd, type NanoUsd } from "@/lib/money";
import { buildPriceBook, type RateCard } from "@/lib/pricing";
import { projectScenario, type ScenarioDrivers } from "@/lib/scenarios";
import { formatMonth } from "@/lib/time";
import { formatDateRange } from "@/lib/time/format-range";
import { citeCards } from "./cited-card";
import { derive, type Derivation, type DerivationInput } from "./derivation";
import { deriveProjectedMonth } from "./derive-projected-month";
import { microText } from "./number-words";
import { ROUNDING } from "./rounding";

/** One month of one workflow and stage, as the version that is its forecast was frozen. */
export interface ForecastToDerive {
  /** The workflow and stage, in words. */
  name: string;
  month: string;
  requestsMicro: bigint;
  imagesMicro: bigint;
  baselineNanoUsd: bigint;
  reworkNanoUsd: bigint;
  growthNanoUsd: bigint;
  totalNanoUsd: bigint;
  version: {
    number: number;
    name: string;
    /** The local day on which it was committed. */
    committedOn: string;
    engineVersion: string;
    drivers: ScenarioDrivers;
    /** The prices that it was computed with. */
    rateCards: readonly RateCard[];
  };
}

/**
 * The forecast of one workflow and stage for a month. Computed again from the version's own drivers and prices it shows
 * its formulas; should today's rules not arrive at the frozen amounts, the frozen ones stand without them.
 */
export function deriveForecastLine(forecast: ForecastToDerive): Derivation {
  const { version, month, name } = forecast;
  const projected = projectAgain(forecast);
  const inputs = versionInputs(forecast);
  if (projected !== null) {
    return {
      ...projected,
      title: `Forecast, ${name}, ${formatMonth(month)}`,
      inputs: [...inputs, ...projected.inputs],
    };
  }
  const frozen = (title: string, amount: bigint) =>
    derive({
      title,
      amountNanoUsd: nanoUsd(amount),
      formula: "As frozen with the version",
      rounding: ROUNDING.projection,
    });
  return derive({
    title: `Forecast, ${name}, ${formatMonth(month)}`,
    amountNanoUsd: nanoUsd(forecast.totalNanoUsd),
    formula: "Baseline + rework + growth",
    inputs: [
      ...inputs,
      { name: "Requests", value: microText(forecast.requestsMicro), unit: null, note: null },
      { name: "Images", value: microText(forecast.imagesMicro), unit: null, note: null },
    ],
    rateCards: citeCards(version.rateCards),
    rounding: ROUNDING.projection,
    notes: [
      `The amounts were frozen by rules of version ${version.engineVersion}; computed by today’s they would differ.`,
    ],
    steps: [
      frozen("Baseline", forecast.baselineNanoUsd),
      frozen("Rework", forecast.reworkNanoUsd),
      frozen("Growth", forecast.growthNanoUsd),
    ],
  });
}

function projectAgain(forecast: ForecastToDerive): Derivation | null {
  const { drivers, rateCards } = forecast.version;
  const book = buildPriceBook(rateCards);
  const projection = projectScenario(drivers, book);
  if (projection.status !== "priced") return null;
  const index = projection.months.findIndex(({ month }) => month === forecast.month);
  const month = projection.months[index];
  const isAsFrozen =
    month?.baselineNanoUsd === forecast.baselineNanoUsd &&
    month.reworkNanoUsd === forecast.reworkNanoUsd &&
    month.growthNanoUsd === forecast.growthNanoUsd;
  return isAsFrozen ? deriveProjectedMonth(drivers, month, index, book) : null;
}

function versionInputs({ version }: ForecastToDerive): DerivationInput[] {
  return [
    {
      name: "Version",
      value: `v${version.number}`,
      unit: null,
      note: `${version.name}, committed on ${version.committedOn}`,
    },
  ];
}

/** What of a forecast falls on the days that have begun. */
export function deriveForecastToDate(input: {
  name: string;
  from: string;
  to: string;
  amountNanoUsd: NanoUsd;
  daysInside: number;
  daysBegun: number;
  whole: Derivation;
}): Derivation {
  const { name, from, to, amountNanoUsd, daysInside, daysBegun, whole } = input;
  return derive({
    title: `Forecast, ${name}, ${formatDateRange(from, to)}`,
    amountNanoUsd,
    formula: `${formatUsdExact(whole.amountNanoUsd ?? nanoUsd(0n))} ÷ ${daysInside} days of the stage in the month × ${daysBegun} that have begun`,
    rounding: ROUNDING.days,
    steps: [whole],
    stepsMake: "values",
  });
}

/** Forecasts of several workflows and stages together; none at all is no forecast, which is not one of zero. */
export function deriveForecastSum<Question = never>(
  title: string,
  lines: readonly Derivation<Question>[],
): Derivation<Question> {
  return derive<Question>({
    title,
    amountNanoUsd:
      lines.length === 0 ? null : sumNanoUsd(lines.map((line) => line.amountNanoUsd ?? nanoUsd(0n))),
    formula:
      lines.length === 0
        ? "No forecast was committed"
        : "The sum of the forecasts of each workflow and stage, as committed last before the month ended",
    rounding: ROUNDING.exactSum,
    steps: [...lines],
  });
}
