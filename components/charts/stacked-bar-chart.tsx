"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useMemo } from "react";
import { ChartFrame } from "./chart-frame";
import type { LegendItem } from "./chart-legend";
import { periodX, plotFrame } from "./plot-frame";
import { PlotSkeleton } from "./plot-skeleton";
import { PlotSurface } from "./plot-surface";
import { MEANING_COLORS } from "./prepare/series-colors";
import { type StackSeries, prepareStackedBars } from "./prepare/stacked-bars";
import { SeriesSwatch } from "./series-swatch";
import { useElementWidth } from "./use-element-width";

const Plot = dynamic(() => import("./stacked-bar-plot").then((module) => module.StackedBarPlot), {
  ssr: false,
  loading: PlotSkeleton,
});

export interface StackedBarChartProps {
  title: string;
  description?: ReactNode;
  controls?: ReactNode;
  /** Days (YYYY-MM-DD) or months (YYYY-MM), in order. */
  periods: readonly string[];
  /** From the ground up; `detail` says in the legend what a layer is made of. */
  series: readonly (StackSeries & { detail?: string })[];
  /** A thin line to compare the totals with, such as an earlier version. */
  comparison?: { name: string; amountsNanoUsd: readonly (string | null)[] } | null;
  /** For each period what its bar leaves out, or why there is none. */
  notes?: readonly (string | null)[];
  /** Of the CSV, without the ending. */
  fileName: string;
  /** What to show when there is not a single amount: which step fills the chart. */
  empty: ReactNode;
  height?: number;
  className?: string;
}

/** Amounts by day or month, stacked by series. */
export function StackedBarChart(props: StackedBarChartProps) {
  const {
    title,
    description,
    controls,
    periods,
    series,
    comparison = null,
    notes,
    fileName,
    empty,
    height = 288,
    className,
  } = props;
  const bars = useMemo(
    () => prepareStackedBars({ periods, series, comparison, ...(notes && { notes }) }),
    [periods, series, comparison, notes],
  );
  const legend = useMemo(() => prepareLegend(series, comparison), [series, comparison]);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const frame = plotFrame(width, height, bars.axis);
  const swatches = Object.fromEntries(
    legend.map((item) => [item.id, <SeriesSwatch key={item.id} kind={item.kind} color={item.color} />]),
  );
  return (
    <ChartFrame
      title={title}
      description={description}
      controls={controls}
      legend={legend}
      table={bars.table}
      fileName={fileName}
      height={height}
      empty={bars.isEmpty ? empty : null}
      className={className}
    >
      <div ref={ref} style={{ height }} className="print:h-auto!">
        {width > 0 && (
          <PlotSurface
            frame={frame}
            label={`${title}: a bar chart with ${bars.periods.length} ${bars.periods[0]?.key.length === 7 ? "months" : "days"}`}
            readings={bars.readings}
            startIndex={0}
            swatches={swatches}
            renderPoint={(index) => {
              const half = (frame.width - frame.left - frame.right) / Math.max(1, periods.length) / 2;
              return (
                <rect
                  x={periodX(frame, index, periods.length) - half}
                  y={frame.top}
                  width={half * 2}
                  height={frame.height - frame.top - frame.bottom}
                  fill="var(--ink)"
                  fillOpacity={0.06}
                />
              );
            }}
          >
            <Plot frame={frame} bars={bars} />
          </PlotSurface>
        )}
      </div>
    </ChartFrame>
  );
}

function prepareLegend(
  series: StackedBarChartProps["series"],
  comparison: { name: string } | null,
): LegendItem[] {
  return [
    ...series.map(({ id, name, color, detail }) => ({
      id,
      name,
      color,
      kind: "block" as const,
      ...(detail && { detail }),
    })),
    ...(comparison
      ? [{ id: "comparison", name: comparison.name, color: MEANING_COLORS.comparison, kind: "thin" as const }]
      : []),
  ];
}
