import { CATALOGUE } from "../catalogue";
import type { HypotheticalRequest } from "../estimate";
import { buildPriceBook } from "../price-book";
import type { CallToPrice, TokenUsage } from "../call-to-price";
import type { RateCard } from "../rate-card";

export const catalogueBook = buildPriceBook(CATALOGUE);

/** A billed call of one high-quality square from OpenAI, without usage, but for what a test says. */
export function callOf(differences: Partial<CallToPrice> = {}): CallToPrice {
  return {
    provider: "openai",
    model: "gpt-image-2",
    operation: "generation",
    n: 1,
    size: "1024x1024",
    quality: "high",
    outputFormat: null,
    batch: false,
    billed: true,
    imagesReturned: 1,
    inputImages: null,
    partialImages: null,
    usage: null,
    chargedNanoUsd: null,
    on: "2026-11-03",
    ...differences,
  };
}

export function usageOf(differences: Partial<TokenUsage> = {}): TokenUsage {
  return {
    textInputTokens: 0,
    imageInputTokens: 0,
    textOutputTokens: 0,
    imageOutputTokens: 0,
    ...differences,
  };
}

/** The same call before it is made, with a prompt of 26 billed tokens. */
export function requestOf(differences: Partial<HypotheticalRequest> = {}): HypotheticalRequest {
  return {
    provider: "openai",
    model: "gpt-image-2",
    operation: "generation",
    n: 1,
    size: "1024x1024",
    quality: "high",
    outputFormat: null,
    batch: false,
    promptTokens: 26,
    inputImages: [],
    partialImages: 0,
    on: "2026-11-03",
    ...differences,
  };
}

/** A gateway's flat price of three cents a call, but for what a test says. */
export function cardOf(differences: Partial<RateCard> = {}): RateCard {
  return {
    id: "gateway-flat",
    origin: "workspace",
    provider: "wisgate",
    model: "gpt-image-2",
    name: "WisGate gpt-image-2",
    validFrom: "2026-01-01",
    validTo: null,
    sourceUrl: null,
    sourceKind: "user_entered",
    checkedOn: "2026-11-01",
    shutdownOn: null,
    notes: null,
    prices: { scheme: "per_call", price: "0.03", batchPrice: null, multiplier: "1" },
    ...differences,
  };
}
