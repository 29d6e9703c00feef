import { MEANING_COLORS } from "@/components/charts/prepare/series-colors";
import type { ScenarioVersion } from "@/lib/contracts/scenarios";
import type { PricedProjection } from "./prepare-outcome";

/** The projection as the stacked chart takes it, with an earlier version's months where both have one. */
export function prepareChart(
  { months }: PricedProjection,
  version: Pick<ScenarioVersion, "number" | "months"> | null,
) {
  const before = new Map(version?.months.map(({ month, totalNanoUsd }) => [month, totalNanoUsd]));
  return {
    periods: months.map(({ month }) => month),
    series: [
      {
        id: "baseline",
        name: "Baseline",
        color: MEANING_COLORS.baseline,
        amountsNanoUsd: months.map((month) => month.baselineNanoUsd.toString()),
      },
      {
        id: "rework",
        name: "Rework",
        detail: "retries, QA, prompt tuning",
        color: MEANING_COLORS.rework,
        amountsNanoUsd: months.map((month) => month.reworkNanoUsd.toString()),
      },
      {
        id: "growth",
        name: "Growth",
        color: MEANING_COLORS.growth,
        amountsNanoUsd: months.map((month) => month.growthNanoUsd.toString()),
      },
    ],
    comparison: version && {
      name: `Version ${version.number}`,
      amountsNanoUsd: months.map(({ month }) => before.get(month) ?? null),
    },
  };
}
