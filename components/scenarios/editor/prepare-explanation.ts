import { formatNumberText } from "@/components/ui/number-text";
import { divideHalfEven, formatUsdExact, nanoUsd, type NanoUsd } from "@/lib/money";
import { estimateRequest, findRateCard, partSentence, type PriceBook, type RateCard } from "@/lib/pricing";
import type { ProjectedMonth, ScenarioDrivers } from "@/lib/scenarios";
import { daysInMonth, firstDay } from "@/lib/time";

/** One line of the calculation: what, by which formula with the numbers put in, and what it comes to. */
export interface ExplainedStep {
  label: string;
  formula: string;
  result: string;
  meaning: "count" | "baseline" | "rework" | "growth" | "total";
}

interface ExplainedPicture {
  name: string;
  share: string;
  unitPrice: string;
  /** Its parts, such as "7,024 image output tokens × $30.00 per million = $0.21072". */
  parts: string[];
}

export interface Explanation {
  card: RateCard | null;
  pictures: ExplainedPicture[];
  /** The mix's average of them, in full. */
  averagePrice: string;
  steps: ExplainedStep[];
}

const PER_DAYS = { day: 1, week: 7 } as const;

/** How one month of a projection came about. Amounts are the projection's own; only formulas are written here. */
export function prepareExplanation(
  drivers: ScenarioDrivers,
  month: ProjectedMonth,
  monthIndex: number,
  book: PriceBook,
): Explanation {
  const { provider, model } = drivers;
  const on = monthIndex === 0 ? drivers.startsOn : firstDay(month.month);
  const card = findRateCard(book, { provider, model, on });
  const unit = card?.prices.scheme === "per_call" ? "call" : "image";
  const priceOf = (size: string | null, quality: string | null) =>
    averagePrice(drivers, size, quality, on, book);
  const average = formatUsdExact(priceOf(null, null));
  const each =
    unit === "call" ? `${average} a call` : `${times(drivers.imagesPerRequest, "image")} × ${average}`;
  const requests = microText(month.requestsMicro);
  const baseMicro = baseRequestsMicro(drivers, month);
  const baseline = microText(baseMicro < month.requestsMicro ? baseMicro : month.requestsMicro);
  const grown = month.requestsMicro - (baseMicro < month.requestsMicro ? baseMicro : month.requestsMicro);
  const { qa, promptTuning } = drivers;
  const part = partOfMonth(month);
  const workUnit = unit === "call" ? " of a call’s price" : "";

  return {
    card,
    pictures: explainPictures(drivers, on, book),
    averagePrice: average,
    steps: [
      {
        label: "Requests",
        formula: `${volumeText(drivers, month)}${growthText(drivers, monthIndex)}`,
        result: requests,
        meaning: "count",
      },
      {
        label: "Images",
        formula: `${requests} requests × ${times(drivers.imagesPerRequest, "image")}`,
        result: microText(month.imagesMicro),
        meaning: "count",
      },
      step("Baseline", `${baseline} requests × ${each}`, month.baselineNanoUsd, "baseline"),
      step(
        "Growth",
        grown > 0n
          ? `${microText(grown)} requests above the first month’s level × ${each}`
          : "No requests above the first month’s level",
        month.growthNanoUsd,
        "growth",
      ),
      step(
        "Billed retries",
        `${number(drivers.billedRetryPercent)} % of ${requests} requests × ${each}`,
        month.retriesNanoUsd,
        "rework",
      ),
      step(
        "QA",
        `${times(qa.runsPerMonth, "run")} × ${times(qa.imagesPerRun, "image")}${part} × ${formatUsdExact(priceOf(qa.size, qa.quality))}${workUnit}`,
        month.qaNanoUsd,
        "rework",
      ),
      step(
        "Prompt tuning",
        `${times(promptTuning.promptsPerMonth, "prompt")} × ${times(promptTuning.iterationsPerPrompt, "try", "tries")}${part} × ${formatUsdExact(priceOf(promptTuning.size, promptTuning.quality))}`,
        month.promptTuningNanoUsd,
        "rework",
      ),
      step("Total", "Baseline + growth + retries + QA + prompt tuning", month.totalNanoUsd, "total"),
    ],
  };
}

function step(
  label: string,
  formula: string,
  amount: NanoUsd,
  meaning: ExplainedStep["meaning"],
): ExplainedStep {
  return { label, formula, result: formatUsdExact(amount), meaning };
}

function estimate(drivers: ScenarioDrivers, size: string, quality: string, on: string, book: PriceBook) {
  const { provider, model, operation, batch, promptTokens, referenceImages } = drivers;
  const inputImages = Array.from({ length: referenceImages }, () => ({ width: 1024, height: 1024 }));
  const picture = { size, quality, promptTokens, inputImages, partialImages: 0, outputFormat: null };
  return estimateRequest(book, { provider, model, operation, batch, n: 1, on, ...picture });
}

function explainPictures(drivers: ScenarioDrivers, on: string, book: PriceBook): ExplainedPicture[] {
  return drivers.mix.flatMap(({ size, quality, sharePercent }) => {
    if (sharePercent === 0) return [];
    const priced = estimate(drivers, size, quality, on, book);
    if (priced.status !== "priced") return [];
    return {
      name: `${size} ${quality}`,
      share: `${number(sharePercent)} %`,
      unitPrice: formatUsdExact(priced.perImageNanoUsd),
      parts: priced.parts.map(partSentence),
    };
  });
}

/** The mix's average for a picture, with the size or quality that a kind of work has of its own. */
function averagePrice(
  drivers: ScenarioDrivers,
  size: string | null,
  quality: string | null,
  on: string,
  book: PriceBook,
): NanoUsd {
  let weighted = 0n;
  for (const line of drivers.mix) {
    const priced = estimate(drivers, size ?? line.size, quality ?? line.quality, on, book);
    if (priced.status === "priced") {
      weighted += BigInt(Math.round(line.sharePercent * 100)) * priced.perImageNanoUsd;
    }
  }
  return nanoUsd(divideHalfEven(weighted, 10_000n));
}

/** What the first month's daily level gives in this month, as the projection counts it. */
function baseRequestsMicro({ volume }: ScenarioDrivers, { month, daysInside }: ProjectedMonth): bigint {
  const days = volume.per === "month" ? daysInMonth(month) : PER_DAYS[volume.per];
  return divideHalfEven(
    BigInt(Math.round(volume.requests * 100)) * 10_000n * BigInt(daysInside),
    BigInt(days),
  );
}

function volumeText({ volume }: ScenarioDrivers, month: ProjectedMonth): string {
  const requests = `${number(volume.requests)} a ${volume.per}`;
  switch (volume.per) {
    case "day":
      return `${requests} × ${times(month.daysInside, "day")}`;
    case "week":
      return `${requests} × ${times(month.daysInside, "day")} ÷ 7`;
    case "month":
      return `${requests}${partOfMonth(month)}`;
  }
}

function growthText({ growth }: ScenarioDrivers, monthIndex: number): string {
  if (growth.kind === "none" || monthIndex === 0) return "";
  const { percentPerMonth } = growth;
  if (growth.kind === "linear") {
    return ` × (1 + ${times(monthIndex, "month")} × ${number(percentPerMonth)} %)`;
  }
  const factor = number(Number((1 + percentPerMonth / 100).toFixed(4)));
  return ` × ${factor}${superscript(monthIndex)}`;
}

/** Only where the stage begins or ends inside the month. */
function partOfMonth({ month, daysInside }: ProjectedMonth): string {
  const days = daysInMonth(month);
  return daysInside < days ? ` × ${daysInside} of ${days} days` : "";
}

function number(value: number): string {
  return formatNumberText(String(value));
}

function times(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Millionths as a count with at most two decimals. */
export function microText(micro: bigint): string {
  const hundredths = divideHalfEven(micro, 10_000n);
  const fraction = (hundredths % 100n).toString().padStart(2, "0").replace(/0+$/, "");
  return formatNumberText(`${hundredths / 100n}${fraction === "" ? "" : `.${fraction}`}`);
}

function superscript(count: number): string {
  return [...String(count)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
}
