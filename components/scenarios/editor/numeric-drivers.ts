import { formatNumberText } from "@/components/ui/number-text";
import type { SliderRange } from "@/components/ui/slider-scale";
import type { ScenarioDrivers } from "@/lib/scenarios";

/** One number among the drivers: its limits are the contract's, its slider covers what plans usually need. */
export interface NumericDriver {
  label: string;
  /** Where its problems are reported. */
  path: string;
  min: number;
  max: number;
  /** What an arrow key adds in the box. */
  step: number;
  decimals: number;
  slider: SliderRange;
  unit: (drivers: ScenarioDrivers) => string;
  read: (drivers: ScenarioDrivers) => number;
  write: (drivers: ScenarioDrivers, value: number) => ScenarioDrivers;
}

const PER = { day: "a day", week: "a week", month: "a month" } as const;

const wholeLog = (max: number): SliderRange => ({ min: 0, max, step: 1, scale: "log" });
const percent = (min: number, max: number, step: number): SliderRange => ({
  min,
  max,
  step,
  scale: "linear",
});

export const NUMERIC_DRIVERS = {
  requests: {
    label: "Requests",
    path: "volume.requests",
    min: 0,
    max: 100_000_000,
    step: 1,
    decimals: 2,
    slider: wholeLog(1_000_000),
    unit: ({ volume }) => PER[volume.per],
    read: ({ volume }) => volume.requests,
    write: (drivers, requests) => ({ ...drivers, volume: { ...drivers.volume, requests } }),
  },
  imagesPerRequest: {
    label: "Images per request",
    path: "imagesPerRequest",
    min: 1,
    max: 10,
    step: 1,
    decimals: 2,
    slider: { min: 1, max: 10, step: 1, scale: "linear" },
    unit: () => "each",
    read: ({ imagesPerRequest }) => imagesPerRequest,
    write: (drivers, imagesPerRequest) => ({ ...drivers, imagesPerRequest }),
  },
  growth: {
    label: "Growth",
    path: "growth.percentPerMonth",
    min: -100,
    max: 1000,
    step: 0.5,
    decimals: 2,
    slider: percent(-20, 50, 0.5),
    unit: () => "% a month",
    read: ({ growth }) => (growth.kind === "none" ? 0 : growth.percentPerMonth),
    write: (drivers, percentPerMonth) => ({
      ...drivers,
      growth:
        drivers.growth.kind === "none" ? drivers.growth : { kind: drivers.growth.kind, percentPerMonth },
    }),
  },
  billedRetries: {
    label: "Billed retries",
    path: "billedRetryPercent",
    min: 0,
    max: 1000,
    step: 0.5,
    decimals: 2,
    slider: percent(0, 50, 0.5),
    unit: () => "% of requests",
    read: ({ billedRetryPercent }) => billedRetryPercent,
    write: (drivers, billedRetryPercent) => ({ ...drivers, billedRetryPercent }),
  },
  qaRuns: {
    label: "QA runs",
    path: "qa.runsPerMonth",
    min: 0,
    max: 100_000,
    step: 1,
    decimals: 2,
    slider: wholeLog(1000),
    unit: () => "a month",
    read: ({ qa }) => qa.runsPerMonth,
    write: (drivers, runsPerMonth) => ({ ...drivers, qa: { ...drivers.qa, runsPerMonth } }),
  },
  qaImages: {
    label: "Images in a QA run",
    path: "qa.imagesPerRun",
    min: 0,
    max: 100_000,
    step: 1,
    decimals: 2,
    slider: wholeLog(1000),
    unit: () => "a run",
    read: ({ qa }) => qa.imagesPerRun,
    write: (drivers, imagesPerRun) => ({ ...drivers, qa: { ...drivers.qa, imagesPerRun } }),
  },
  tuningPrompts: {
    label: "Prompts tuned",
    path: "promptTuning.promptsPerMonth",
    min: 0,
    max: 100_000,
    step: 1,
    decimals: 2,
    slider: wholeLog(1000),
    unit: () => "a month",
    read: ({ promptTuning }) => promptTuning.promptsPerMonth,
    write: (drivers, promptsPerMonth) => ({
      ...drivers,
      promptTuning: { ...drivers.promptTuning, promptsPerMonth },
    }),
  },
  tuningIterations: {
    label: "Tries for a prompt",
    path: "promptTuning.iterationsPerPrompt",
    min: 0,
    max: 10_000,
    step: 1,
    decimals: 2,
    slider: wholeLog(100),
    unit: () => "each",
    read: ({ promptTuning }) => promptTuning.iterationsPerPrompt,
    write: (drivers, iterationsPerPrompt) => ({
      ...drivers,
      promptTuning: { ...drivers.promptTuning, iterationsPerPrompt },
    }),
  },
  accepted: {
    label: "Accepted",
    path: "acceptedPercent",
    min: 0,
    max: 100,
    step: 1,
    decimals: 2,
    slider: percent(0, 100, 1),
    unit: () => "% of images",
    read: ({ acceptedPercent }) => acceptedPercent,
    write: (drivers, acceptedPercent) => ({ ...drivers, acceptedPercent }),
  },
  promptTokens: {
    label: "Prompt",
    path: "promptTokens",
    min: 0,
    max: 32_000,
    step: 1,
    decimals: 0,
    slider: wholeLog(32_000),
    unit: () => "tokens",
    read: ({ promptTokens }) => promptTokens,
    write: (drivers, promptTokens) => ({ ...drivers, promptTokens }),
  },
  referenceImages: {
    label: "Reference images",
    path: "referenceImages",
    min: 0,
    max: 16,
    step: 1,
    decimals: 0,
    slider: { min: 0, max: 16, step: 1, scale: "linear" },
    unit: () => "a request",
    read: ({ referenceImages }) => referenceImages,
    write: (drivers, referenceImages) => ({ ...drivers, referenceImages }),
  },
  lengthMonths: {
    label: "Length",
    path: "lengthMonths",
    min: 1,
    max: 36,
    step: 1,
    decimals: 0,
    slider: { min: 1, max: 36, step: 1, scale: "linear" },
    unit: ({ lengthMonths }) => (lengthMonths === 1 ? "month" : "months"),
    read: ({ lengthMonths }) => lengthMonths,
    write: (drivers, lengthMonths) => ({ ...drivers, lengthMonths }),
  },
} as const satisfies Record<string, NumericDriver>;

export type NumericDriverKey = keyof typeof NUMERIC_DRIVERS;

/** "+200" or "−0.9" against what it is compared with; null where nothing changed. */
export function changeText(value: number, reference: number): string | null {
  const change = Number((value - reference).toFixed(2));
  if (change === 0) return null;
  return `${change > 0 ? "+" : ""}${formatNumberText(String(change))}`;
}
