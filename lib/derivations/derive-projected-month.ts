import { divideHalfEven, formatUsdExact, nanoUsd, type NanoUsd } from "@/lib/money";
import { findRateCard, type PriceBook } from "@/lib/pricing";
import { estimatePicture, priceMixes, type ProjectedMonth, type ScenarioDrivers } from "@/lib/scenarios";
import { firstDay, formatMonth } from "@/lib/time";
import { citeCards } from "./cited-card";
import { derive, type Derivation } from "./derivation";
import { deriveEstimate } from "./derive-estimate";
import { baseRequestsMicro, partOfMonth, requestsFormula } from "./month-words";
import { counted, countText, microText } from "./number-words";
import { ROUNDING } from "./rounding";

/**
 * How one month of a projection came about: baseline + rework + growth, each with its numbers put in, down to the price
 * of a picture. Amounts are the projection's own; only formulas are written here.
 */
export function deriveProjectedMonth(
  drivers: ScenarioDrivers,
  month: ProjectedMonth,
  monthIndex: number,
  book: PriceBook,
): Derivation {
  const { provider, model, qa, promptTuning, imagesPerRequest, billedRetryPercent } = drivers;
  const on = monthIndex === 0 ? drivers.startsOn : firstDay(month.month);
  const card = findRateCard(book, { provider, model, on });
  const prices = priceMixes(drivers, book).pricesOn(on);
  const isByCall = prices?.billedPer === "call";
  const average = (scaled: bigint | undefined) => nanoUsd(divideHalfEven(scaled ?? 0n, 10_000n));
  const customer = average(prices?.customer);
  const each = isByCall
    ? `${formatUsdExact(customer)} a call`
    : `${counted(imagesPerRequest, "image")} × ${formatUsdExact(customer)}`;
  const requests = microText(month.requestsMicro);
  const baseMicro = baseRequestsMicro(drivers, month);
  const baselineMicro = baseMicro < month.requestsMicro ? baseMicro : month.requestsMicro;
  const grownMicro = month.requestsMicro - baselineMicro;
  const part = partOfMonth(month);

  return derive({
    title: formatMonth(month.month),
    amountNanoUsd: month.totalNanoUsd,
    formula: "Baseline + rework + growth",
    inputs: [
      {
        name: "Requests",
        value: requests,
        unit: null,
        note: requestsFormula(drivers, month, monthIndex),
      },
      {
        name: "Images",
        value: microText(month.imagesMicro),
        unit: null,
        note: `${requests} requests × ${counted(imagesPerRequest, "image")}`,
      },
    ],
    rateCards: card === null ? [] : citeCards([card]),
    rounding: ROUNDING.projection,
    steps: [
      step("Baseline", month.baselineNanoUsd, `${microText(baselineMicro)} requests × ${each}`, [
        derivePicture(drivers, on, book, isByCall, customer),
      ]),
      derive({
        title: "Rework",
        amountNanoUsd: month.reworkNanoUsd,
        formula: "Billed retries + QA + prompt tuning",
        rounding: ROUNDING.exactSum,
        steps: [
          step(
            "Billed retries",
            month.retriesNanoUsd,
            `${countText(billedRetryPercent)} % of ${requests} requests × ${each}`,
          ),
          step(
            "QA",
            month.qaNanoUsd,
            `${counted(qa.runsPerMonth, "run")} × ${counted(qa.imagesPerRun, "image")}${part} × ${formatUsdExact(average(prices?.qa))}${isByCall ? " of a call’s price" : ""}`,
          ),
          step(
            "Prompt tuning",
            month.promptTuningNanoUsd,
            `${counted(promptTuning.promptsPerMonth, "prompt")} × ${counted(promptTuning.iterationsPerPrompt, "try", "tries")}${part} × ${formatUsdExact(average(prices?.promptTuning))}`,
          ),
        ],
      }),
      step(
        "Growth",
        month.growthNanoUsd,
        grownMicro > 0n
          ? `${microText(grownMicro)} requests above the first month’s level × ${each}`
          : "No requests above the first month’s level",
      ),
    ],
  });
}

function step(title: string, amountNanoUsd: NanoUsd, formula: string, values: Derivation[] = []): Derivation {
  return derive({
    title,
    amountNanoUsd,
    formula,
    rounding: ROUNDING.projection,
    steps: values,
    stepsMake: "values",
  });
}

/** The mix's average, with the price of each size and quality in it. */
function derivePicture(
  drivers: ScenarioDrivers,
  on: string,
  book: PriceBook,
  isByCall: boolean,
  average: NanoUsd,
): Derivation {
  const pictures = drivers.mix
    .filter(({ sharePercent }) => sharePercent > 0)
    .map((line) => ({ line, estimate: estimatePicture(drivers, book, line, 1, on) }));
  return derive({
    title: isByCall ? "Price of a call, on average" : "Price of a picture, on average",
    amountNanoUsd: average,
    formula: pictures
      .map(({ line, estimate }) => {
        const price = estimate.status === "priced" ? formatUsdExact(estimate.costNanoUsd) : "not known";
        return `${countText(line.sharePercent)} % × ${price}`;
      })
      .join(" + "),
    rounding: ROUNDING.projection,
    steps: pictures.map(({ line, estimate }) => deriveEstimate(`${line.size} ${line.quality}`, estimate)),
    stepsMake: "values",
  });
}
