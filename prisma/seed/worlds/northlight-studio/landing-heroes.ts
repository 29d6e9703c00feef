import type { PlannedDrivers, Reality, WorldWorkflow } from "../../world";

const drivers: PlannedDrivers = {
  provider: "openai",
  operation: "generation",
  batch: false,
  volume: { requests: 15, per: "day" },
  growth: { kind: "none" },
  imagesPerRequest: 4,
  mix: [
    { size: "1536x1024", quality: "high", sharePercent: 60 },
    { size: "1536x1024", quality: "medium", sharePercent: 25 },
    { size: "1024x1024", quality: "high", sharePercent: 15 },
  ],
  promptTokens: 64,
  referenceImages: 0,
  billedRetryPercent: 6,
  qa: { runsPerMonth: 4, imagesPerRun: 12, size: null, quality: null },
  promptTuning: { promptsPerMonth: 8, iterationsPerPrompt: 6, size: "1024x1024", quality: "medium" },
  acceptedPercent: 80,
};

const reality: Reality = {
  traffic: 1.02,
  weekend: 0.45,
  mix: drivers.mix,
  billedRetryPercent: 6.5,
  failurePercent: 2,
  acceptedPercent: 82,
  nightBatchPercent: 0,
  episodes: [],
};

/** The steady one: four proposals for each new landing page, in production for half a year. */
export const landingHeroes: WorldWorkflow = {
  slug: "landing-heroes",
  name: "Landing page heroes",
  owner: "Mara Lindqvist",
  costCentre: "4100 Growth",
  team: "growth",
  code: "lh",
  stages: [
    {
      stage: "prototype",
      name: "Prototype",
      purpose: {
        mustProve: "That a brief becomes a hero picture in the house style without a designer's touch.",
        criteria: [{ measure: "cost_per_accepted_image_usd", atMost: 1 }],
      },
      startsIn: -12,
      lengthMonths: 1,
      drivers: {
        ...drivers,
        volume: { requests: 3, per: "day" },
        billedRetryPercent: 15,
        qa: { runsPerMonth: 0, imagesPerRun: 0, size: null, quality: null },
        promptTuning: { promptsPerMonth: 10, iterationsPerPrompt: 12, size: null, quality: "medium" },
        acceptedPercent: 45,
      },
      commitments: [{ on: { month: -13, day: 27 } }],
      reality: { ...reality, traffic: 1.1, billedRetryPercent: 18, acceptedPercent: 48 },
    },
    {
      stage: "pilot",
      name: "Pilot with two markets",
      purpose: {
        mustProve: "That two markets get usable heroes week after week at a known cost.",
        criteria: [
          { measure: "cost_per_accepted_image_usd", atMost: 0.4 },
          { measure: "billed_retry_percent", atMost: 10 },
          { measure: "forecast_error_percent", atMost: 25 },
        ],
      },
      startsIn: -11,
      lengthMonths: 5,
      drivers: {
        ...drivers,
        volume: { requests: 12, per: "day" },
        growth: { kind: "linear", percentPerMonth: 5 },
      },
      commitments: [
        { on: { month: -12, day: 24 } },
        { on: { month: -9, day: 27 }, revised: { growth: { kind: "linear", percentPerMonth: 8 } } },
      ],
      reality: { ...reality, traffic: 0.98, acceptedPercent: 76 },
    },
    {
      stage: "production",
      name: "All landing pages",
      purpose: {
        mustProve: "That every landing page gets its hero within a forecast that holds.",
        criteria: [
          { measure: "cost_per_delivered_image_usd", atMost: 0.16 },
          { measure: "billed_retry_percent", atMost: 8 },
          { measure: "error_rate_percent", atMost: 3 },
          { measure: "forecast_error_percent", atMost: 15 },
        ],
      },
      startsIn: -6,
      lengthMonths: 15,
      drivers: {
        ...drivers,
        volume: { requests: 30, per: "day" },
        growth: { kind: "compound", percentPerMonth: 10 },
        qa: { runsPerMonth: 8, imagesPerRun: 12, size: null, quality: null },
        acceptedPercent: 84,
      },
      commitments: [
        { on: { month: -7, day: 25 } },
        { on: { month: -2, day: 26 }, revised: { growth: { kind: "compound", percentPerMonth: 12 } } },
      ],
      reality: {
        ...reality,
        traffic: 1.05,
        acceptedPercent: 86,
        episodes: [
          // A spring clean of old pages, and a week in which the site was being moved.
          { from: { month: -4, day: 9 }, to: { month: -4, day: 20 }, traffic: 1.3 },
          { from: { month: -3, day: 12 }, to: { month: -3, day: 18 }, traffic: 0.4 },
          { from: { month: 0, day: 2 }, to: { month: 0, day: 31 }, billedRetryPercent: 9 },
        ],
      },
    },
  ],
  strayCalls: [
    { on: { month: -3, day: 6 }, count: 4, kind: "auto_without_usage" },
    { on: { month: -1, day: 14 }, count: 6, kind: "unknown_model" },
    { on: { month: 0, day: 1 }, count: 3, kind: "unknown_model" },
    { on: { month: -1, day: 27 }, count: 8, kind: "ending_model" },
    { on: { month: 0, day: 11 }, count: 12, kind: "ending_model" },
  ],
};
