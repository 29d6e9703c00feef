/** A figure that Pixelcast can measure on logged calls. */
type ProofMeasure =
  | "cost_per_delivered_image_usd"
  | "cost_per_accepted_image_usd"
  | "billed_retry_percent"
  | "error_rate_percent"
  | "forecast_error_percent";

/** What a stage must prove before the next one begins, and the measured numbers that prove it. */
export interface StagePurpose {
  mustProve: string;
  criteria: { measure: ProofMeasure; atMost: number }[];
}
