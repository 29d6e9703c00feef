import { divideHalfEven, formatUsdExact } from "@/lib/money";
import {
  estimateRequest,
  findRateCard,
  type Estimate,
  type PriceBook,
  type RateCard,
  type RateCardPrices,
} from "@/lib/pricing";
import { formatDate } from "@/lib/time";
import type { ScenarioDrivers } from "./drivers";
import { hundredths } from "./hundredths";
import { picturedLines, type PicturedLine } from "./mix-lines";
import type { ScenarioProblem } from "./problem";

/**
 * What one picture costs on average over the mix, in ten-thousandths of a nano-dollar, so that shares in basis points
 * lose nothing. Where the pictures of a call share a cost, such as a price per call, a least charge or an input that is
 * billed once, it is the cost of a call with all its pictures.
 */
export interface MixPrices {
  billedPer: "image" | "call";
  customer: bigint;
  qa: bigint;
  promptTuning: bigint;
}

export interface MixPricing {
  /** Null where something has no price; the problems then say what. */
  pricesOn(date: string): MixPrices | null;
  readonly problems: readonly ScenarioProblem[];
  readonly rateCardIds: readonly string[];
}

/** Prices the drivers' pictures by date, looking each rate card up once per date and reading it once in all. */
export function priceMixes(drivers: ScenarioDrivers, book: PriceBook): MixPricing {
  const { provider, model } = drivers;
  const byRateCard = new Map<string | null, MixPrices | null>();
  const problems: ScenarioProblem[] = [];

  const pricesOn = (date: string) => {
    const card = findRateCard(book, { provider, model, on: date });
    const id = card?.id ?? null;
    const known = byRateCard.get(id);
    if (known !== undefined) return known;

    const prices = card ? readPrices(drivers, book, card, date, problems) : null;
    byRateCard.set(id, prices);
    if (!card) {
      problems.push({
        path: ["model"],
        message: `No price for ${model} at ${provider} is valid on ${formatDate(date)}. Add one under Prices.`,
      });
    }
    return prices;
  };

  return {
    pricesOn,
    problems,
    get rateCardIds() {
      return [...byRateCard.keys()].filter((id) => id !== null);
    },
  };
}

function readPrices(
  drivers: ScenarioDrivers,
  book: PriceBook,
  card: RateCard,
  date: string,
  problems: ScenarioProblem[],
): MixPrices | null {
  const estimates = estimatesOf(drivers, book, card);
  const problemsBefore = problems.length;
  const reported = new Set<Estimate>();
  const billedPer = sharesCostsInACall(card.prices) ? "call" : "image";

  const costOf = (line: PicturedLine, n: number): bigint => {
    const key = `${line.size} ${line.quality} ${n}`;
    let estimate = estimates.get(key);
    if (!estimate) {
      estimate = estimatePicture(drivers, book, line, n, date);
      estimates.set(key, estimate);
    }
    if (estimate.status === "priced") {
      return billedPer === "call" ? estimate.costNanoUsd : estimate.perImageNanoUsd;
    }
    if (!reported.has(estimate)) {
      reported.add(estimate);
      problems.push(...problemsOf(estimate, line));
    }
    return 0n;
  };
  const average = (lines: readonly PicturedLine[], imagesPerCall: number) => {
    let weighted = 0n;
    for (const line of lines) weighted += line.shareBasisPoints * costOf(line, imagesPerCall);
    return weighted;
  };
  /** Some calls bring the next whole number of pictures, so that on average they bring a part of one more. */
  const averageCall = (lines: readonly PicturedLine[]) => {
    if (billedPer === "image") return average(lines, 1);
    const images = hundredths(drivers.imagesPerRequest);
    const fewer = average(lines, Number(images / 100n));
    const part = images % 100n;
    if (part === 0n) return fewer;
    return divideHalfEven(fewer * (100n - part) + average(lines, Number(images / 100n) + 1) * part, 100n);
  };

  const customer = averageCall(picturedLines(drivers, "customer"));
  const qa = averageCall(picturedLines(drivers, "qa"));
  const promptTuning = average(picturedLines(drivers, "promptTuning"), 1);
  if (problems.length > problemsBefore) return null;
  return { billedPer, customer, qa, promptTuning };
}

function sharesCostsInACall(prices: RateCardPrices): boolean {
  const { terms } = prices;
  if (terms !== undefined && (terms.minimumCharge !== null || terms.inputBilledPer === "request"))
    return true;
  return prices.scheme === "conditional"
    ? prices.rules.some((rule) => rule.prices.scheme === "per_call")
    : prices.scheme === "per_call";
}

/** One request for so many of the drivers’ pictures in a size and quality. */
export function estimatePicture(
  { provider, model, operation, batch, promptTokens, referenceImages }: ScenarioDrivers,
  book: PriceBook,
  { size, quality }: { size: string; quality: string },
  n: number,
  date: string,
): Estimate {
  const inputImages = Array.from({ length: referenceImages }, () => ({ width: 1024, height: 1024 }));
  const picture = { size, quality, promptTokens, inputImages, partialImages: 0, outputFormat: null };
  return estimateRequest(book, { provider, model, operation, batch, n, on: date, ...picture });
}

type EstimatesByPicture = Map<string, Estimate>;

const MOST_KEPT_REQUESTS = 50;
const keptByBook = new WeakMap<PriceBook, Map<string, EstimatesByPicture>>();

/**
 * The estimates of a request's pictures by size and quality, kept as long as their price book: an estimate explains
 * itself at length, and a moving slider asks for the same ones sixty times a second.
 */
function estimatesOf(drivers: ScenarioDrivers, book: PriceBook, card: RateCard): EstimatesByPicture {
  const kept = keptByBook.get(book) ?? new Map<string, EstimatesByPicture>();
  keptByBook.set(book, kept);
  const { model, operation, batch, promptTokens, referenceImages } = drivers;
  const key = JSON.stringify([card.id, model, operation, batch, promptTokens, referenceImages]);
  const known = kept.get(key);
  if (known) return known;

  if (kept.size >= MOST_KEPT_REQUESTS) kept.clear();
  const estimates: EstimatesByPicture = new Map();
  kept.set(key, estimates);
  return estimates;
}

function problemsOf(estimate: Estimate, line: PicturedLine): ScenarioProblem[] {
  switch (estimate.status) {
    case "priced":
      return [];
    case "range": {
      const range = `${formatUsdExact(estimate.lowNanoUsd)} and ${formatUsdExact(estimate.highNanoUsd)}`;
      const message = (choice: string) =>
        `“auto” leaves the ${choice} to the model, and a picture may cost between ${range}. Choose one to project a single figure.`;
      return [
        ...(line.size === "auto" ? [{ path: line.sizePath, message: message("size") }] : []),
        ...(line.quality === "auto" ? [{ path: line.qualityPath, message: message("quality") }] : []),
      ];
    }
    case "unpriced":
      return [
        { path: pathOf(estimate.reason, line), message: estimate.explanation[0] ?? "It has no price." },
      ];
  }
}

function pathOf(
  reason: Extract<Estimate, { status: "unpriced" }>["reason"],
  line: PicturedLine,
): ScenarioProblem["path"] {
  switch (reason) {
    case "no_batch_price":
      return ["batch"];
    case "size_unknown":
    case "size_not_priced":
      return line.sizePath;
    case "quality_unknown":
      return line.qualityPath;
    case "reference_tokens_unknown":
      return ["referenceImages"];
    case "unknown_model":
    case "format_unknown":
    case "input_images_unknown":
    case "no_rule_matches":
    case "output_tokens_unknown":
    case "token_price_unknown":
    case "billing_unknown":
      return ["model"];
  }
}
