import type { ScenarioDrivers } from "@/lib/scenarios";

/** A hundred requests a month for one 1024x1024 picture at high quality each, and nothing else. */
export function drivers(changes: Partial<ScenarioDrivers> = {}): ScenarioDrivers {
  return {
    provider: "openai",
    model: "gpt-image-2",
    operation: "generation",
    batch: false,
    startsOn: "2027-01-01",
    lengthMonths: 2,
    volume: { requests: 100, per: "month" },
    growth: { kind: "none" },
    imagesPerRequest: 1,
    mix: [{ size: "1024x1024", quality: "high", sharePercent: 100 }],
    promptTokens: 26,
    referenceImages: 0,
    billedRetryPercent: 0,
    qa: { runsPerMonth: 0, imagesPerRun: 0, size: null, quality: null },
    promptTuning: { promptsPerMonth: 0, iterationsPerPrompt: 0, size: null, quality: null },
    acceptedPercent: 50,
    ...changes,
  };
}
