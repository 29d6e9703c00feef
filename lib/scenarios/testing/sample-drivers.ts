import { buildPriceBook, type ImagePrice, type RateCard, type RateCardPrices } from "@/lib/pricing";
import type { ScenarioDrivers } from "../drivers";

/** One image a request at five cents, a hundred requests a day through January 2027, and no rework. */
export function sampleDrivers(changes: Partial<ScenarioDrivers> = {}): ScenarioDrivers {
  return {
    provider: "gateway",
    model: "painter",
    operation: "generation",
    batch: false,
    startsOn: "2027-01-01",
    lengthMonths: 1,
    volume: { requests: 100, per: "day" },
    growth: { kind: "none" },
    imagesPerRequest: 1,
    mix: [{ size: "1024x1024", quality: "medium", sharePercent: 100 }],
    promptTokens: 0,
    referenceImages: 0,
    billedRetryPercent: 0,
    qa: { runsPerMonth: 0, imagesPerRun: 0, size: null, quality: null },
    promptTuning: { promptsPerMonth: 0, iterationsPerPrompt: 0, size: null, quality: null },
    acceptedPercent: 100,
    ...changes,
  };
}

export function sampleCard(prices: RateCardPrices, changes: Partial<RateCard> = {}): RateCard {
  return {
    id: "painter",
    origin: "workspace",
    provider: "gateway",
    model: "painter",
    name: "Painter",
    validFrom: "2020-01-01",
    validTo: null,
    sourceUrl: null,
    sourceKind: "user_entered",
    checkedOn: "2026-11-23",
    shutdownOn: null,
    notes: null,
    prices,
    ...changes,
  };
}

export function perImage(...standard: ImagePrice[]): RateCardPrices {
  return { scheme: "per_image", standard, batch: null, multiplier: "1" };
}

export const SAMPLE_BOOK = buildPriceBook([
  sampleCard(
    perImage(
      { size: "1024x1024", quality: "low", price: "0.01" },
      { size: "1024x1024", quality: "medium", price: "0.05" },
      { size: "1024x1024", quality: "high", price: "0.20" },
      { size: "1536x1024", quality: "low", price: "0.02" },
      { size: "1536x1024", quality: "medium", price: "0.10" },
    ),
  ),
]);
