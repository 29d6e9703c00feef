"use client";

import { ChartNoAxesColumnIncreasing } from "lucide-react";
import { memo, useMemo } from "react";
import { StackedBarChart } from "@/components/charts/stacked-bar-chart";
import { cn } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import type { ScenarioVersion } from "@/lib/contracts/scenarios";
import { prepareChart } from "./prepare-chart";
import type { Outcome } from "./prepare-outcome";

export interface ProjectionChartProps {
  outcome: Outcome;
  version: ScenarioVersion | null;
  fileName: string;
}

/** The projection month by month, with an earlier version as a thin line. */
export const ProjectionChart = memo(function ProjectionChart(props: ProjectionChartProps) {
  const { outcome, version, fileName } = props;
  const { projection, isStale } = outcome;
  const chart = useMemo(() => projection && prepareChart(projection, version), [projection, version]);
  return (
    <StackedBarChart
      title="Projected spend by month"
      periods={chart?.periods ?? []}
      series={chart?.series ?? []}
      comparison={chart?.comparison ?? null}
      fileName={fileName}
      className={cn(isStale && "[&_[role=application]]:opacity-40")}
      empty={
        <EmptyState
          icon={ChartNoAxesColumnIncreasing}
          title="No projection yet"
          description={outcome.problems[0]?.message ?? "Something in it has no price."}
        />
      }
    />
  );
});
