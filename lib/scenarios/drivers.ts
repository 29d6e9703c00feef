export type Stage = "prototype" | "pilot" | "production";

export type Growth =
  | { kind: "none" }
  | { kind: "linear"; percentPerMonth: number }
  | { kind: "compound"; percentPerMonth: number };

export interface MixLine {
  size: string;
  quality: string;
  /** The lines of a mix add up to 100. */
  sharePercent: number;
}

/**
 * What drives the cost of one workflow at one stage. Percentages and volumes carry at most two decimals, so that
 * they turn into integers exactly.
 */
export interface ScenarioDrivers {
  provider: string;
  model: string;
  operation: "generation" | "edit";
  batch: boolean;
  /** YYYY-MM-DD, the first day of the stage. */
  startsOn: string;
  /** The stage ends on the day before `startsOn` plus this many months. */
  lengthMonths: number;
  volume: { requests: number; per: "day" | "week" | "month" };
  growth: Growth;
  imagesPerRequest: number;
  mix: MixLine[];
  /** Billed text input tokens of one request for one image. */
  promptTokens: number;
  /** Reference images of 1024x1024 sent with each request. */
  referenceImages: number;
  /** Requests that are made again and billed again, as a share of the requests. */
  billedRetryPercent: number;
  /** Null size or quality: as in the mix. */
  qa: { runsPerMonth: number; imagesPerRun: number; size: string | null; quality: string | null };
  promptTuning: {
    promptsPerMonth: number;
    iterationsPerPrompt: number;
    size: string | null;
    quality: string | null;
  };
  /** Delivered images that somebody can use. */
  acceptedPercent: number;
}
