"use client";

import { ChartNoAxesColumnIncreasing } from "lucide-react";
import { memo, useMemo } from "react";
import { StackedBarChart } from "@/components/charts/stacked-bar-chart";
import { cn } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import type { ScenarioVersion } from "@/lib/contracts/scenarios";
import { formatMonth } from "@/lib/time";
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
      description={
        isStale && projection ? (
          <span role="alert" className="font-medium text-over">
            From before the last change. {outcome.problems[0]?.message}
          </span>
        ) : (
          spanText(chart?.periods ?? [])
        )
      }
      periods={chart?.periods ?? []}
      series={chart?.series ?? []}
      comparison={chart?.comparison ?? null}
      fileName={fileName}
      empty={
        <EmptyState
          icon={ChartNoAxesColumnIncreasing}
          title="No projection yet"
          description={outcome.problems[0]?.message ?? "Something in it has no price."}
        />
      }
      className={cn(isStale && "[&_[role=application]]:opacity-40")}
    />
  );
});

function spanText(months: readonly string[]): string {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return "Nothing to draw until everything has a price.";
  return first === last
    ? `${formatMonth(first)}, at the month’s prices`
    : `${formatMonth(first)} to ${formatMonth(last)}, at each month’s prices`;
}
