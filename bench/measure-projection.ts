import { buildPriceBook, priceCall, type CallToPrice } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { projectScenario, type ScenarioDrivers } from "@/lib/scenarios";
import { type Figure, milliseconds, perSecond, quantile, timeEach } from "./figures";

const SIZES = ["1024x1024", "1536x1024", "1024x1536", "1792x1024", "2048x1152", "2560x1440", "3840x2160"];
const QUALITIES = ["low", "medium", "high"];

/** Three years of a workflow with twenty lines in its mix: the largest that a scenario may be. */
function largestScenario(): ScenarioDrivers {
  const lines = SIZES.flatMap((size) => QUALITIES.map((quality) => ({ size, quality, sharePercent: 5 })));
  return {
    provider: "openai",
    model: "gpt-image-2",
    operation: "generation",
    batch: false,
    startsOn: "2026-11-15",
    lengthMonths: 36,
    volume: { requests: 1200, per: "day" },
    growth: { kind: "compound", percentPerMonth: 6 },
    imagesPerRequest: 2,
    mix: lines.slice(0, 20),
    promptTokens: 26,
    referenceImages: 0,
    billedRetryPercent: 3.1,
    qa: { runsPerMonth: 4, imagesPerRun: 100, size: null, quality: null },
    promptTuning: { promptsPerMonth: 20, iterationsPerPrompt: 6, size: null, quality: null },
    acceptedPercent: 82,
  };
}

export async function measureProjection(): Promise<Figure[]> {
  const book = buildPriceBook(CATALOGUE);
  const drivers = largestScenario();
  let volume = 1200;
  // A slider moves: each run projects other drivers, at prices that are known already.
  const samples = await timeEach(
    2000,
    () => projectScenario({ ...drivers, volume: { requests: volume++, per: "day" } }, book),
    500,
  );
  const p50 = quantile(samples, 0.5);
  const p95 = quantile(samples, 0.95);
  return [
    {
      area: "projection",
      what: "36 months × 20 mix lines, p50 (p95)",
      measured: `${milliseconds(p50)} (${milliseconds(p95)})`,
      against: "0.5 ms",
      raw: { p50Ms: p50, p95Ms: p95 },
    },
    measurePricing("by usage", {
      textInputTokens: 26,
      imageInputTokens: 0,
      textOutputTokens: 0,
      imageOutputTokens: 7024,
    }),
    measurePricing("by formula", null),
  ];
}

function measurePricing(how: string, usage: CallToPrice["usage"]): Figure {
  const book = buildPriceBook(CATALOGUE);
  const calls: CallToPrice[] = SIZES.flatMap((size) =>
    QUALITIES.map((quality) => ({
      provider: "openai",
      model: "gpt-image-2",
      operation: "generation",
      n: 1,
      size,
      quality,
      batch: false,
      billed: true,
      inputImages: null,
      partialImages: null,
      outputFormat: null,
      imagesReturned: 1,
      usage,
      chargedNanoUsd: null,
      on: "2026-11-03",
    })),
  );
  const rounds = 40_000;
  const price = (count: number) => {
    for (let round = 0; round < count; round++) for (const call of calls) priceCall(book, call);
  };
  price(2000);
  const startedAt = performance.now();
  price(rounds);
  const rate = (rounds * calls.length) / ((performance.now() - startedAt) / 1000);
  return {
    area: "pricing",
    what: `calls priced ${how}, one core`,
    measured: perSecond(rate, "calls"),
    against: perSecond(500_000, "calls"),
    raw: { callsPerSecond: rate },
  };
}
