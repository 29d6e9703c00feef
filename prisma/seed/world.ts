import type { BillingRuleBody } from "@/lib/contracts/billing-rules";
import type { RateCardBody } from "@/lib/contracts/prices";
import type { MixLine, ScenarioDrivers, Stage, StagePurpose } from "@/lib/scenarios";

/** A day counted from the current month: month -2, day 4 is the fourth of the month before last. */
export interface RelativeDay {
  month: number;
  /** A day that the month does not have means its last one. */
  day: number;
}

/** Drivers without what follows from the calendar: when a stage begins, and which model is the one to use by then. */
export type PlannedDrivers = Omit<ScenarioDrivers, "model" | "startsOn" | "lengthMonths">;

/** A stretch of days, both ends included, in which things went otherwise. */
interface Episode {
  from: RelativeDay;
  to: RelativeDay;
  /** A factor on the requests. */
  traffic?: number;
  mix?: MixLine[];
  billedRetryPercent?: number;
}

/** What happened, beside what was planned. */
export interface Reality {
  /** A factor on the planned requests. */
  traffic: number;
  /** A weekend day's requests as a share of a weekday's. */
  weekend: number;
  mix: MixLine[];
  billedRetryPercent: number;
  /** Requests that the provider refuses or loses. */
  failurePercent: number;
  /** Returned images that somebody can use. */
  acceptedPercent: number;
  /** Requests that wait for the nightly batch. */
  nightBatchPercent: number;
  episodes: Episode[];
}

export interface WorldStage {
  stage: Stage;
  name: string;
  purpose: StagePurpose;
  /** The month in which the stage begins, on its first day. */
  startsIn: number;
  lengthMonths: number;
  drivers: PlannedDrivers;
  /** Each makes a version, with what had changed in the plan by then. */
  commitments: { on: RelativeDay; revised?: Partial<PlannedDrivers> }[];
  /** Null while the stage is only a plan. */
  reality: Reality | null;
}

/**
 * A few calls beside the usual ones: some that nobody can price, of a model without a rate card or with a size left to
 * the model and no reported tokens, and some of a model that OpenAI is about to shut down.
 */
interface StrayCalls {
  on: RelativeDay;
  count: number;
  kind: "unknown_model" | "auto_without_usage" | "ending_model";
}

export interface WorldWorkflow {
  slug: string;
  name: string;
  owner: string;
  costCentre: string;
  team: string;
  /** Marks the ids of its calls. */
  code: string;
  stages: WorldStage[];
  strayCalls: StrayCalls[];
}

export interface World {
  slug: string;
  name: string;
  timeZone: string;
  monthlyBudgetUsd: string;
  /** Each is entered, and valid, from the first day of a month. */
  rateCards: { month: number; card: Omit<RateCardBody, "validFrom" | "checkedOn"> }[];
  billingRules: BillingRuleBody[];
  trackedTags: string[];
  workflows: WorldWorkflow[];
}
