import type { PlannedDrivers, Reality, WorldWorkflow } from "../../world";

const drivers: PlannedDrivers = {
  provider: "openai",
  operation: "edit",
  batch: false,
  volume: { requests: 18, per: "day" },
  growth: { kind: "none" },
  imagesPerRequest: 5,
  mix: [
    { size: "1024x1024", quality: "medium", sharePercent: 60 },
    { size: "1024x1024", quality: "high", sharePercent: 40 },
  ],
  promptTokens: 48,
  referenceImages: 1,
  billedRetryPercent: 5,
  qa: { runsPerMonth: 8, imagesPerRun: 15, size: null, quality: "high" },
  promptTuning: { promptsPerMonth: 12, iterationsPerPrompt: 5, size: null, quality: "medium" },
  acceptedPercent: 78,
};

const reality: Reality = {
  traffic: 1,
  weekend: 0.8,
  mix: drivers.mix,
  billedRetryPercent: 5,
  failurePercent: 2.2,
  acceptedPercent: 80,
  nightBatchPercent: 0,
  episodes: [],
};

/** The one that jumped: its launch took every variant in high quality for weeks before anybody looked. */
export const productPhotos: WorldWorkflow = {
  slug: "product-photos",
  name: "Product photos, variants",
  owner: "Jonas Adler",
  costCentre: "4200 Commerce",
  team: "commerce",
  code: "pp",
  stages: [
    {
      stage: "prototype",
      name: "Prototype",
      purpose: {
        mustProve: "That a variant shows the same product, true in colour and shape.",
        criteria: [{ measure: "cost_per_accepted_image_usd", atMost: 0.8 }],
      },
      startsIn: -8,
      lengthMonths: 2,
      drivers: {
        ...drivers,
        volume: { requests: 6, per: "day" },
        billedRetryPercent: 15,
        qa: { runsPerMonth: 0, imagesPerRun: 0, size: null, quality: null },
        promptTuning: { promptsPerMonth: 20, iterationsPerPrompt: 10, size: null, quality: "medium" },
        acceptedPercent: 50,
      },
      commitments: [{ on: { month: -9, day: 26 } }],
      reality: { ...reality, traffic: 1.06, billedRetryPercent: 14, acceptedPercent: 55 },
    },
    {
      stage: "pilot",
      name: "Pilot with one category",
      purpose: {
        mustProve: "That one shop category runs on variants, with few enough returned for a redo.",
        criteria: [
          { measure: "cost_per_accepted_image_usd", atMost: 0.3 },
          { measure: "billed_retry_percent", atMost: 8 },
          { measure: "forecast_error_percent", atMost: 25 },
        ],
      },
      startsIn: -6,
      lengthMonths: 4,
      drivers: { ...drivers, growth: { kind: "linear", percentPerMonth: 12 } },
      commitments: [{ on: { month: -7, day: 26 } }],
      reality: { ...reality, traffic: 1.04 },
    },
    {
      stage: "production",
      name: "Whole shop",
      purpose: {
        mustProve: "That the whole shop is served, with spend that follows the number of products.",
        criteria: [
          { measure: "cost_per_delivered_image_usd", atMost: 0.14 },
          { measure: "billed_retry_percent", atMost: 6 },
          { measure: "error_rate_percent", atMost: 3 },
          { measure: "forecast_error_percent", atMost: 15 },
        ],
      },
      startsIn: -2,
      lengthMonths: 12,
      drivers: {
        ...drivers,
        volume: { requests: 80, per: "day" },
        growth: { kind: "compound", percentPerMonth: 8 },
        qa: { runsPerMonth: 12, imagesPerRun: 25, size: null, quality: "high" },
        acceptedPercent: 84,
      },
      commitments: [
        { on: { month: -3, day: 24 } },
        {
          on: { month: -1, day: 3 },
          revised: {
            mix: [
              { size: "1024x1024", quality: "medium", sharePercent: 55 },
              { size: "1024x1024", quality: "high", sharePercent: 45 },
            ],
          },
        },
      ],
      reality: {
        ...reality,
        traffic: 1.08,
        acceptedPercent: 85,
        nightBatchPercent: 15,
        episodes: [
          {
            from: { month: -2, day: 2 },
            to: { month: -2, day: 27 },
            traffic: 1.34,
            mix: [
              { size: "1024x1024", quality: "high", sharePercent: 94 },
              { size: "1024x1024", quality: "medium", sharePercent: 6 },
            ],
            billedRetryPercent: 9,
          },
          {
            from: { month: -1, day: 1 },
            to: { month: 0, day: 31 },
            traffic: 1.04,
            mix: [
              { size: "1024x1024", quality: "medium", sharePercent: 52 },
              { size: "1024x1024", quality: "high", sharePercent: 48 },
            ],
          },
        ],
      },
    },
  ],
  strayCalls: [
    { on: { month: -2, day: 11 }, count: 5, kind: "auto_without_usage" },
    { on: { month: 0, day: 3 }, count: 4, kind: "auto_without_usage" },
  ],
};
