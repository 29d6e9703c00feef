import { addDays } from "@/lib/time";
import type { MixLine, ScenarioDrivers, Stage } from "./drivers";
import type { StagePurpose } from "./purpose";
import { lastDayOfStage } from "./stage-months";

/** The three stages of a workflow, one after the other, to start from and change. */
export interface ScenarioTemplate {
  key: string;
  name: string;
  description: string;
  scenarios: { stage: Stage; name: string; purpose: StagePurpose; drivers: ScenarioDrivers }[];
}

/** What changes from stage to stage; the request itself stays the same. */
type StagePlan = Pick<
  ScenarioDrivers,
  "lengthMonths" | "volume" | "growth" | "billedRetryPercent" | "qa" | "promptTuning" | "acceptedPercent"
> & { stage: Stage; name: string; purpose: StagePurpose };

const AS_IN_THE_MIX = { size: null, quality: null };

const STAGE_PLANS: readonly StagePlan[] = [
  {
    stage: "prototype",
    name: "Prototype",
    purpose: {
      mustProve:
        "Feasibility: the workflow works, prompts give usable pictures, and the idea deserves more spend. Not scale.",
      criteria: [
        { measure: "cost_per_accepted_image_usd", atMost: 2 },
        { measure: "error_rate_percent", atMost: 20 },
      ],
    },
    lengthMonths: 1,
    volume: { requests: 20, per: "month" },
    growth: { kind: "none" },
    billedRetryPercent: 10,
    qa: { runsPerMonth: 0, imagesPerRun: 0, ...AS_IN_THE_MIX },
    // A few dozen generations while prompts are refined cost more than the prototype's own requests.
    promptTuning: { promptsPerMonth: 12, iterationsPerPrompt: 5, ...AS_IN_THE_MIX },
    acceptedPercent: 50,
  },
  {
    stage: "pilot",
    name: "Pilot",
    purpose: {
      mustProve:
        "Repeatability: a wider team gets usable pictures again and again at a known cost. Not maximum throughput.",
      criteria: [
        { measure: "cost_per_accepted_image_usd", atMost: 0.5 },
        { measure: "billed_retry_percent", atMost: 10 },
        { measure: "forecast_error_percent", atMost: 25 },
      ],
    },
    lengthMonths: 2,
    volume: { requests: 200, per: "month" },
    growth: { kind: "none" },
    billedRetryPercent: 8,
    qa: { runsPerMonth: 4, imagesPerRun: 10, ...AS_IN_THE_MIX },
    promptTuning: { promptsPerMonth: 8, iterationsPerPrompt: 4, ...AS_IN_THE_MIX },
    acceptedPercent: 70,
  },
  {
    stage: "production",
    name: "Production",
    purpose: {
      mustProve:
        "Reliability with controlled spend: steady pictures for customers, a monthly forecast that holds, growth that was planned.",
      criteria: [
        { measure: "cost_per_delivered_image_usd", atMost: 0.25 },
        { measure: "billed_retry_percent", atMost: 5 },
        { measure: "error_rate_percent", atMost: 2 },
        { measure: "forecast_error_percent", atMost: 20 },
      ],
    },
    lengthMonths: 12,
    volume: { requests: 20_000, per: "month" },
    growth: { kind: "compound", percentPerMonth: 4 },
    billedRetryPercent: 5,
    qa: { runsPerMonth: 30, imagesPerRun: 10, ...AS_IN_THE_MIX },
    promptTuning: { promptsPerMonth: 10, iterationsPerPrompt: 5, ...AS_IN_THE_MIX },
    acceptedPercent: 85,
  },
];

const TEMPLATES: readonly { key: string; name: string; description: string; mix: MixLine[] }[] = [
  {
    key: "one-picture",
    name: "One picture from a prompt",
    description:
      "gpt-image-2, n 1, 1024x1024, high quality: 20 requests a month as a prototype, 200 as a pilot, 20,000 in production.",
    mix: [{ size: "1024x1024", quality: "high", sharePercent: 100 }],
  },
  {
    key: "drafts-and-finals",
    name: "Cheap drafts, dear finals",
    description:
      "The same three stages with four drafts at low quality for each final picture at high quality, for less than a quarter of the price.",
    mix: [
      { size: "1024x1024", quality: "low", sharePercent: 80 },
      { size: "1024x1024", quality: "high", sharePercent: 20 },
    ],
  },
];

/** The starting points, the plain one first, with the prototype beginning on the given day. */
export function scenarioTemplates(startsOn: string, provider = "openai"): ScenarioTemplate[] {
  return TEMPLATES.map(({ mix, ...about }) => {
    let stageStartsOn = startsOn;
    const scenarios = STAGE_PLANS.map(({ stage, name, purpose, ...plan }) => {
      const drivers: ScenarioDrivers = {
        provider,
        model: "gpt-image-2",
        operation: "generation",
        batch: false,
        startsOn: stageStartsOn,
        imagesPerRequest: 1,
        mix,
        promptTokens: 26,
        referenceImages: 0,
        ...plan,
      };
      stageStartsOn = addDays(lastDayOfStage(stageStartsOn, plan.lengthMonths), 1);
      return { stage, name, purpose, drivers };
    });
    return { ...about, scenarios };
  });
}
