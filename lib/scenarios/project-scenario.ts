import { divideHalfEven, nanoUsd, type NanoUsd } from "@/lib/money";
import type { PriceBook } from "@/lib/pricing";
import type { ScenarioDrivers } from "./drivers";
import { hundredths } from "./hundredths";
import { priceMixes, type MixPrices } from "./mix-prices";
import { requestsOfMonth } from "./month-requests";
import type { ProjectedMonth, ProjectedTotal, Projection } from "./projection";
import { stageMonths, type StageMonth } from "./stage-months";
import { validateDrivers } from "./validate-drivers";

/** Kept with every version, so that a figure can be traced to the rules that made it. Raised when they change. */
export const ENGINE_VERSION = "1";

/** The largest number that the database keeps: as nano-dollars about nine billion dollars. */
const LARGEST = 2n ** 63n - 1n;

/** Millionths of a request × hundredths of an image × ten-thousandths of a nano-dollar. */
const REQUEST_COST_SCALE = 1_000_000n * 100n * 10_000n;
/** Hundredths × hundredths × ten-thousandths of a nano-dollar. */
const MONTHLY_WORK_SCALE = 100n * 100n * 10_000n;
const BASIS_POINTS = 10_000n;

/**
 * What drivers will cost, calendar month by calendar month, at the prices in force on the stage's first day in each.
 * Whole numbers throughout: every amount is multiplied out and divided once, half to even. Where anything has no
 * price there is no projection but the problems. The drivers are taken to have the form that the contract asks for.
 */
export function projectScenario(drivers: ScenarioDrivers, book: PriceBook): Projection {
  const invalid = validateDrivers(drivers);
  if (invalid.length > 0) return { status: "unpriced", problems: invalid };

  const pricing = priceMixes(drivers, book);
  const months: ProjectedMonth[] = [];
  stageMonths(drivers.startsOn, drivers.lengthMonths).forEach((stageMonth, index) => {
    const prices = pricing.pricesOn(stageMonth.firstDay);
    if (prices) months.push(projectMonth(drivers, stageMonth, index, prices));
  });
  if (pricing.problems.length > 0) return { status: "unpriced", problems: [...pricing.problems] };

  const total = addUp(months, drivers);
  const { totalNanoUsd, requestsMicro, imagesMicro } = total;
  if (totalNanoUsd > LARGEST || requestsMicro > LARGEST || imagesMicro > LARGEST) {
    const message =
      "This comes to more than can be counted here, about nine billion dollars. Lower the volume or growth.";
    return { status: "unpriced", problems: [{ path: ["volume", "requests"], message }] };
  }
  return { status: "priced", months, total, rateCardIds: [...pricing.rateCardIds] };
}

function projectMonth(
  drivers: ScenarioDrivers,
  stageMonth: StageMonth,
  index: number,
  prices: MixPrices,
): ProjectedMonth {
  const { baseMicro, requestsMicro } = requestsOfMonth(drivers, stageMonth, index);
  const imagesPerRequest = hundredths(drivers.imagesPerRequest);

  // A call brings all the pictures of its request at one price.
  const unitsPerRequest = prices.billedPer === "call" ? 100n : imagesPerRequest;
  const costPerRequest = unitsPerRequest * prices.customer;
  const requestCost = (micro: bigint) => divideHalfEven(micro * costPerRequest, REQUEST_COST_SCALE);
  const customer = requestCost(requestsMicro);
  const baseline = requestCost(baseMicro < requestsMicro ? baseMicro : requestsMicro);
  const growth = customer - baseline;

  const retries = divideHalfEven(
    requestsMicro * costPerRequest * hundredths(drivers.billedRetryPercent),
    REQUEST_COST_SCALE * BASIS_POINTS,
  );
  const qa = qaCost(drivers, stageMonth, prices);
  const promptTuning = promptTuningCost(drivers, stageMonth, prices);
  const rework = retries + qa + promptTuning;

  return {
    month: stageMonth.month,
    daysInside: stageMonth.daysInside,
    requestsMicro,
    imagesMicro: divideHalfEven(requestsMicro * imagesPerRequest, 100n),
    baselineNanoUsd: nanoUsd(baseline),
    reworkNanoUsd: nanoUsd(rework),
    retriesNanoUsd: nanoUsd(retries),
    qaNanoUsd: nanoUsd(qa),
    promptTuningNanoUsd: nanoUsd(promptTuning),
    growthNanoUsd: nanoUsd(growth),
    totalNanoUsd: nanoUsd(baseline + rework + growth),
  };
}

/** QA asks for as many pictures a call as customers do, so that a price per call is shared alike. */
function qaCost(
  { qa, imagesPerRequest }: ScenarioDrivers,
  { daysInside, daysInMonth }: StageMonth,
  prices: MixPrices,
): bigint {
  const images = hundredths(qa.runsPerMonth) * hundredths(qa.imagesPerRun) * BigInt(daysInside);
  const scale = MONTHLY_WORK_SCALE * BigInt(daysInMonth);
  return prices.billedPer === "call"
    ? divideHalfEven(images * 100n * prices.qa, scale * hundredths(imagesPerRequest))
    : divideHalfEven(images * prices.qa, scale);
}

/** An iteration on a prompt is a call for one picture. */
function promptTuningCost(
  { promptTuning }: ScenarioDrivers,
  { daysInside, daysInMonth }: StageMonth,
  prices: MixPrices,
): bigint {
  const { promptsPerMonth, iterationsPerPrompt } = promptTuning;
  const images = hundredths(promptsPerMonth) * hundredths(iterationsPerPrompt) * BigInt(daysInside);
  return divideHalfEven(images * prices.promptTuning, MONTHLY_WORK_SCALE * BigInt(daysInMonth));
}

function addUp(months: readonly ProjectedMonth[], drivers: ScenarioDrivers): ProjectedTotal {
  const sum = (amountOf: (month: ProjectedMonth) => bigint) =>
    months.reduce((total, month) => total + amountOf(month), 0n);
  const imagesMicro = sum((month) => month.imagesMicro);
  const totalNanoUsd = nanoUsd(sum((month) => month.totalNanoUsd));
  const acceptedBasisPoints = hundredths(drivers.acceptedPercent);

  return {
    requestsMicro: sum((month) => month.requestsMicro),
    imagesMicro,
    baselineNanoUsd: nanoUsd(sum((month) => month.baselineNanoUsd)),
    reworkNanoUsd: nanoUsd(sum((month) => month.reworkNanoUsd)),
    retriesNanoUsd: nanoUsd(sum((month) => month.retriesNanoUsd)),
    qaNanoUsd: nanoUsd(sum((month) => month.qaNanoUsd)),
    promptTuningNanoUsd: nanoUsd(sum((month) => month.promptTuningNanoUsd)),
    growthNanoUsd: nanoUsd(sum((month) => month.growthNanoUsd)),
    totalNanoUsd,
    perDeliveredImageNanoUsd: costEach(totalNanoUsd, 1_000_000n, imagesMicro),
    perAcceptedImageNanoUsd: costEach(
      totalNanoUsd,
      1_000_000n * BASIS_POINTS,
      imagesMicro * acceptedBasisPoints,
    ),
  };
}

/** The amount for each of a count given in parts of one; null where there is none. */
function costEach(amount: NanoUsd, partsOfOne: bigint, parts: bigint): NanoUsd | null {
  return parts === 0n ? null : nanoUsd(divideHalfEven(amount * partsOfOne, parts));
}
