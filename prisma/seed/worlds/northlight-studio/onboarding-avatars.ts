import type { PlannedDrivers, Reality, WorldWorkflow } from "../../world";

const drivers: PlannedDrivers = {
  provider: "wisgate",
  operation: "generation",
  batch: false,
  volume: { requests: 8, per: "day" },
  growth: { kind: "none" },
  imagesPerRequest: 2,
  mix: [
    { size: "1024x1024", quality: "medium", sharePercent: 70 },
    { size: "1024x1024", quality: "high", sharePercent: 30 },
  ],
  promptTokens: 32,
  referenceImages: 0,
  billedRetryPercent: 10,
  qa: { runsPerMonth: 2, imagesPerRun: 20, size: null, quality: "low" },
  promptTuning: { promptsPerMonth: 10, iterationsPerPrompt: 15, size: null, quality: "low" },
  acceptedPercent: 60,
};

const reality: Reality = {
  traffic: 0.95,
  weekend: 0.9,
  mix: drivers.mix,
  billedRetryPercent: 9,
  failurePercent: 3,
  acceptedPercent: 62,
  nightBatchPercent: 0,
  episodes: [],
};

/** The young one: through a gateway at a price that the studio entered itself, in its first weeks as a pilot. */
export const onboardingAvatars: WorldWorkflow = {
  slug: "onboarding-avatars",
  name: "Onboarding avatars",
  owner: "Priya Nair",
  costCentre: "4300 Product",
  team: "product",
  code: "oa",
  stages: [
    {
      stage: "prototype",
      name: "Prototype",
      purpose: {
        mustProve: "That new users like an avatar made from three answers.",
        criteria: [{ measure: "cost_per_accepted_image_usd", atMost: 0.3 }],
      },
      startsIn: -4,
      lengthMonths: 4,
      drivers,
      commitments: [{ on: { month: -5, day: 26 } }],
      reality,
    },
    {
      stage: "pilot",
      name: "Pilot with one in ten sign-ups",
      purpose: {
        mustProve: "That one sign-up in ten gets an avatar that is kept, at a cost that a sign-up can bear.",
        criteria: [
          { measure: "cost_per_accepted_image_usd", atMost: 0.2 },
          { measure: "billed_retry_percent", atMost: 10 },
          { measure: "forecast_error_percent", atMost: 25 },
        ],
      },
      startsIn: 0,
      lengthMonths: 3,
      drivers: {
        ...drivers,
        volume: { requests: 60, per: "day" },
        growth: { kind: "linear", percentPerMonth: 10 },
        billedRetryPercent: 7,
        acceptedPercent: 72,
      },
      commitments: [{ on: { month: -1, day: 28 } }],
      reality: { ...reality, traffic: 1.12, billedRetryPercent: 7, acceptedPercent: 74 },
    },
    {
      stage: "production",
      name: "Every sign-up",
      purpose: {
        mustProve: "That every sign-up gets an avatar without the cost per user moving.",
        criteria: [
          { measure: "cost_per_delivered_image_usd", atMost: 0.1 },
          { measure: "forecast_error_percent", atMost: 15 },
        ],
      },
      startsIn: 3,
      lengthMonths: 12,
      drivers: {
        ...drivers,
        volume: { requests: 450, per: "day" },
        growth: { kind: "compound", percentPerMonth: 5 },
        billedRetryPercent: 5,
        acceptedPercent: 80,
      },
      commitments: [],
      reality: null,
    },
  ],
  strayCalls: [{ on: { month: -1, day: 20 }, count: 2, kind: "auto_without_usage" }],
};
