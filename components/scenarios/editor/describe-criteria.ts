import { formatNumberText } from "@/components/ui/number-text";
import { formatUnitUsd, formatUsdExact, nanoUsd, parseUsd } from "@/lib/money";
import type { ScenarioDrivers, StagePurpose } from "@/lib/scenarios";
import type { PricedProjection } from "./prepare-outcome";

type Measure = StagePurpose["criteria"][number]["measure"];

export const MEASURES: Record<Measure, { label: string; unit: "usd" | "percent" }> = {
  cost_per_delivered_image_usd: { label: "Cost per delivered image", unit: "usd" },
  cost_per_accepted_image_usd: { label: "Cost per accepted image", unit: "usd" },
  billed_retry_percent: { label: "Billed retries", unit: "percent" },
  error_rate_percent: { label: "Errors", unit: "percent" },
  forecast_error_percent: { label: "Forecast error", unit: "percent" },
};

export interface DescribedCriterion {
  label: string;
  /** "at most $0.25" */
  limit: string;
  /** What the plan itself says; null for what only calls can show. */
  planned: string | null;
  isMet: boolean | null;
}

/** What a stage must show in numbers, beside what this plan says about them. */
export function describeCriteria(
  { criteria }: StagePurpose,
  drivers: ScenarioDrivers,
  projection: PricedProjection | null,
): DescribedCriterion[] {
  return criteria.map(({ measure, atMost }) => {
    const { label, unit } = MEASURES[measure];
    if (unit === "percent") {
      const planned = measure === "billed_retry_percent" ? drivers.billedRetryPercent : null;
      return {
        label,
        limit: `at most ${formatNumberText(String(atMost))} %`,
        planned: planned === null ? null : `${formatNumberText(String(planned))} %`,
        isMet: planned === null ? null : planned <= atMost,
      };
    }
    const amount =
      measure === "cost_per_delivered_image_usd"
        ? projection?.total.perDeliveredImageNanoUsd
        : projection?.total.perAcceptedImageNanoUsd;
    const limit = parseUsd(atMost.toFixed(2));
    return {
      label,
      limit: `at most ${formatUsdExact(limit)}`,
      planned: amount == null ? null : formatUnitUsd(nanoUsd(amount)),
      isMet: amount == null ? null : amount <= limit,
    };
  });
}
