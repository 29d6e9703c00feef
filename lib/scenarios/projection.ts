import type { NanoUsd } from "@/lib/money";
import type { ScenarioProblem } from "./problem";

/** Baseline + rework + growth = total, and retries + QA + prompt tuning = rework, to the last nano-dollar. */
interface ProjectedAmounts {
  baselineNanoUsd: NanoUsd;
  reworkNanoUsd: NanoUsd;
  retriesNanoUsd: NanoUsd;
  qaNanoUsd: NanoUsd;
  promptTuningNanoUsd: NanoUsd;
  growthNanoUsd: NanoUsd;
  totalNanoUsd: NanoUsd;
}

/** One calendar month of a projection. Requests and images are the customers', in millionths of one. */
export interface ProjectedMonth extends ProjectedAmounts {
  month: string;
  daysInside: number;
  requestsMicro: bigint;
  imagesMicro: bigint;
}

export interface ProjectedTotal extends ProjectedAmounts {
  requestsMicro: bigint;
  imagesMicro: bigint;
  /** Everything spent, for each picture that a customer gets; null when none does. */
  perDeliveredImageNanoUsd: NanoUsd | null;
  /** The same for each picture that somebody can use. */
  perAcceptedImageNanoUsd: NanoUsd | null;
}

export type Projection =
  | { status: "priced"; months: ProjectedMonth[]; total: ProjectedTotal; rateCardIds: string[] }
  | { status: "unpriced"; problems: ScenarioProblem[] };
